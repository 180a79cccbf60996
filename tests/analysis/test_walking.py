import numpy as np
import pytest

from genlab.analysis.take_home import scene_of
from genlab.analysis.walking import background_of, walk_between, walk_between_rows
from genlab.errors import ConfigError, UnknownNameError


@pytest.mark.parametrize("name", ["vae", "gan", "ring"])
def test_walk_begins_and_ends_at_its_items(trained, name):
    scene = scene_of(trained(name))
    walk = walk_between_rows(scene, 3, 12, steps=5)
    np.testing.assert_allclose(walk.codes[[0, -1]], scene.codes[[3, 12]], atol=1e-5)
    np.testing.assert_allclose(walk.items, scene.decoder.items(walk.codes), atol=1e-5)
    assert walk.path == ("slerp" if scene.is_gan else "lerp")
    told = np.float32(walk.provenance.code_to.split(","))
    np.testing.assert_allclose(told, scene.codes[12], rtol=1e-5)
    assert (background_of(scene) is None) == (name != "ring")


def test_walk_takes_a_gans_offsets_straight(trained):
    scene = scene_of(trained("gan"))
    offset = np.ones(len(scene.mean), np.float32)
    a, b = (np.concatenate([scene.codes[row], offset * row]) for row in (0, 1))
    walk = walk_between(scene, a, b, 3, "slerp")
    np.testing.assert_allclose(walk.items[0], scene.decoder.items(scene.codes[:1])[0], atol=1e-5)
    np.testing.assert_allclose(walk.items[-1], scene.decoder.items(scene.codes[1:2], offset[None])[0], atol=1e-5)


@pytest.mark.parametrize("name", ["cgan", "cvae"])
def test_weights_of_classes_add_up_to_1_all_the_way(trained, name):
    scene = scene_of(trained(name))
    style = scene.run.spec.model.latent_dim
    for path in ("lerp", "slerp"):
        walk = walk_between_rows(scene, 0, 1, steps=7, path=path)
        ends = scene.codes[:2, style:].sum(1)
        np.testing.assert_allclose(walk.codes[:, style:].sum(1), np.linspace(*ends, 7), atol=1e-5)


def test_walk_refuses_what_is_out_of_range(trained):
    scene = scene_of(trained("vae"))
    with pytest.raises(ConfigError, match="items 0 to 1,796, so there is no row 1,797"):
        walk_between_rows(scene, 0, 1797)
    with pytest.raises(ConfigError, match="no row -1"):
        walk_between_rows(scene, -1, 3)
    with pytest.raises(ConfigError, match="between 2 and 600 steps"):
        walk_between_rows(scene, 0, 1, steps=1)
    with pytest.raises(UnknownNameError, match="Known: lerp, slerp"):
        walk_between_rows(scene, 0, 1, path="zigzag")
