import json

import pytest

from genlab.cli import main


@pytest.fixture
def ask(tmp_path, capsys):
    """Run a command on a store of its own and return status, answer and complaint."""

    def run(*words: str) -> tuple[int, str, str]:
        status = main([*words, "--runs", str(tmp_path / "store")])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("words", [("data", "mnist"), ("train", "--data", "mnist", "--model", "vae")])
def test_without_a_network_a_command_ends_with_one_sentence(ask, words):
    status, out, err = ask(*words)
    assert (status, out) == (2, "")
    assert err.strip().count("\n") == 0
    assert "bring it by hand with `python -m genlab data mnist --from PATH`" in err


def test_what_was_brought_by_hand_is_kept(ask, shared_data):
    status, out, _ = ask("data", "mnist", "--from", str(shared_data / "mnist"), "--json")
    assert status == 0
    told = json.loads(out)
    assert (told["name"], told["n_items"], told["n_classes"], told["item_shape"]) == ("mnist", 70_000, 10, [1, 28, 28])
    assert json.loads(ask("data", "mnist", "--json")[1]) == told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("data", "digits", "--from", "x"), "--from goes with a set that is downloaded: fashion-mnist, "),
        (("data", "mnist", "--from", "nowhere"), "nowhere: this is no folder"),
        (("data", "olivetti", "--from", "nowhere"), "nowhere: this is no file; give the file olivettifaces.mat"),
        (("data", "mnist", "--labels", "x.npy"), "has its own labels"),
    ],
)
def test_mistakes_are_one_sentence(ask, words, sentence):
    status, _, err = ask(*words)
    assert status == 2
    assert sentence in err
