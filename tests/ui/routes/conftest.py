"""The server's own addresses, asked as a browser asks them."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from genlab.ui.routes import ROUTES
from genlab.ui.scenes import scene


@pytest.fixture
def client(own_store):
    return TestClient(Starlette(routes=ROUTES))


@pytest.fixture(params=["digits-vae", "digits-gan", "ring-gan"])
def shown(request, own_store):
    return scene(own_store.run(request.param))


@pytest.fixture
def digits(own_store):
    return scene(own_store.run("digits-vae"))
