"""The server's own addresses beside Streamlit's: built files, arrays of runs, and two sockets."""

from starlette.routing import BaseRoute, Route, WebSocketRoute

from genlab.ui.routes.arrays import serve_array
from genlab.ui.routes.asking import serve_question
from genlab.ui.routes.assets import serve_asset
from genlab.ui.routes.company import serve_company, serve_view
from genlab.ui.routes.decode import decode_socket
from genlab.ui.routes.lab import lab_socket
from genlab.ui.routes.live import live_socket
from genlab.ui.routes.maps import maps_socket
from genlab.ui.routes.moments import serve_moment, serve_moment_array, serve_moments

ROUTES: list[BaseRoute] = [
    Route("/genlab/assets/{file}", serve_asset),
    WebSocketRoute("/genlab/runs/{run}/{step:int}/decode", decode_socket),
    WebSocketRoute("/genlab/runs/{run}/live", live_socket),
    WebSocketRoute("/genlab/runs/{run}/lab", lab_socket),
    WebSocketRoute("/genlab/runs/{run}/{step:int}/maps", maps_socket),
    Route("/genlab/runs/{run}/{step:int}/ask/{kind}", serve_question, methods=["POST"]),
    Route("/genlab/runs/{run}/company", serve_company),
    Route("/genlab/runs/{run}/view", serve_view),
    Route("/genlab/runs/{run}/{step:int}/moments", serve_moments),
    Route("/genlab/runs/{run}/{step:int}/moments/{moment:int}", serve_moment),
    Route("/genlab/runs/{run}/{step:int}/moments/{moment:int}/{name}", serve_moment_array),
    Route("/genlab/runs/{run}/{step:int}/{name}", serve_array),
]
