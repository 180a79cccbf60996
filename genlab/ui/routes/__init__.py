"""The server's own addresses beside Streamlit's: built files, arrays of runs, and two sockets."""

from starlette.routing import BaseRoute, Route, WebSocketRoute

from genlab.ui.routes.arrays import serve_array
from genlab.ui.routes.assets import serve_asset
from genlab.ui.routes.decode import decode_socket
from genlab.ui.routes.live import live_socket
from genlab.ui.routes.maps import maps_socket

ROUTES: list[BaseRoute] = [
    Route("/genlab/assets/{file}", serve_asset),
    WebSocketRoute("/genlab/runs/{run}/{step:int}/decode", decode_socket),
    WebSocketRoute("/genlab/runs/{run}/live", live_socket),
    WebSocketRoute("/genlab/runs/{run}/{step:int}/maps", maps_socket),
    Route("/genlab/runs/{run}/{step:int}/{name}", serve_array),
]
