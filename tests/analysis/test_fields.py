import numpy as np

from genlab.analysis.fields import MOST_COLUMNS, fields_of
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.named.faces import faces


def test_factors_are_fields_with_the_names_of_their_values():
    data = faces(40)
    fields = {field.name: field for field in fields_of(data)}
    assert set(fields) == set(data.factors)
    hair = fields["hair colour"]
    assert hair.names == data.factor_values["hair colour"]
    np.testing.assert_array_equal(hair.values, data.factors["hair colour"])
    assert {len(field.values) for field in fields.values()} == {40}
    assert all(field.values.dtype == np.float32 for field in fields.values())


def test_the_columns_of_a_table_are_fields_by_name_and_a_wide_one_gives_its_first():
    x = np.arange(12, dtype=np.float32).reshape(4, 3)
    table = Dataset("t", x, Modality.VECTOR, ValueKind.REAL, feature_names=("a", "b", "c"))
    assert [(field.name, field.kind) for field in fields_of(table)] == [
        ("a", "column"),
        ("b", "column"),
        ("c", "column"),
    ]
    np.testing.assert_array_equal(fields_of(table)[1].values, x[:, 1])
    np.testing.assert_array_equal(fields_of(table)[2].of(np.array([3, 0])).values, [11, 2])
    wide = Dataset("w", np.zeros((2, 500), np.float32), Modality.VECTOR, ValueKind.REAL)
    assert len(fields_of(wide)) == MOST_COLUMNS
