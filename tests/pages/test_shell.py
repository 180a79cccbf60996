import subprocess
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]

SERVER_WITHOUT_TORCH = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
import genlab.ui.server, genlab.ui.routes, genlab.ui.training, genlab.ui.training_form, genlab.ui.explore
root = Path(sys.argv[1])
for name in ("explore", "train", "data", "runs", "misreading"):
    page = AppTest.from_file(root / "genlab" / "ui" / "shell.py", default_timeout=60)
    page.switch_page(str(root / "pages" / f"{name}.py")).run()
    assert not page.exception, page.exception
    assert page.title[0].value.lower().startswith(name)
assert not {"torch", "openTSNE"} & sys.modules.keys()
print("no torch")
"""


def test_server_with_all_its_pages_loads_no_torch(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", SERVER_WITHOUT_TORCH, str(ROOT)],
        cwd=ROOT,
        env={"GENLAB_RUNS": str(tmp_path), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.stdout.strip().endswith("no torch"), ran.stderr


def test_address_without_a_page_leads_to_explore(own_store):
    page = AppTest.from_file(ROOT / "genlab" / "ui" / "shell.py", default_timeout=30).run()
    assert not page.exception
    assert page.title[0].value == "Explore"


def test_glossary_is_searched_where_it_is_opened(own_store):
    page = AppTest.from_file(ROOT / "genlab" / "ui" / "shell.py", default_timeout=30)
    page.switch_page(str(ROOT / "pages" / "runs.py")).run()
    words = next(text for text in page.markdown if "**Active units**" in text.value)
    assert "**Warped grid**" in words.value
    page.get_by_key("header.search").set_value("knn").run()
    assert not page.exception
    assert any(text.value.startswith("**kNN accuracy**") for text in page.markdown)
    assert not any("**Active units**" in text.value for text in page.markdown)
    page.get_by_key("header.search").set_value("no such word").run()
    assert any("No word" in caption.value for caption in page.caption)
