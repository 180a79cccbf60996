import plotly.graph_objects as go

from genlab.ui.projector import TYPE_PX, enlarge


def test_enlarged_chart_has_large_words_and_thick_lines():
    figure = go.Figure(go.Scatter(x=[0, 1], y=[0, 1], line={"width": 2}, marker={"size": 6}), layout={"height": 280})
    enlarge(figure)
    assert figure.layout.xaxis.tickfont.size == figure.layout.yaxis.title.font.size == TYPE_PX
    assert figure.layout.legend.font.size == TYPE_PX
    assert figure.data[0].line.width > 4
    assert figure.data[0].marker.size > 12
    assert figure.layout.height > 280
