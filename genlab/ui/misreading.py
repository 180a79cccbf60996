"""The page that teaches how t-SNE is misread: data one knows, its map, and a perplexity to move."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go
import streamlit as st
from numpy.typing import NDArray

from genlab.analysis.misreading import LESSONS, PERPLEXITIES, Example, Lesson, examples, sentence
from genlab.errors import GenlabError
from genlab.ui import projector
from genlab.ui.charts import COLORS, LEGEND
from genlab.ui.words import say

HEIGHT_PX = 380
FIRST_PERPLEXITY = 30
"""What the first lesson speaks of, and what most programs begin with."""
SYMBOLS = ("circle", "square", "triangle-up")
SOURCE = "https://distill.pub/2016/misread-tsne"


def misreading() -> None:
    """Show the lessons, one at a time."""
    st.markdown(
        "Each lesson begins with data whose shape you know. Move the perplexity and see what t-SNE makes of it: about "
        "how many neighbours each point tries to keep. The maps were made ahead, from random starts. After "
        f"[Wattenberg, Viégas & Johnson 2016, “How to Use t-SNE Effectively”]({SOURCE})."
    )
    try:
        known = examples()
    except GenlabError as error:
        say(error)
        return
    titles = {lesson.title: lesson for lesson in LESSONS}
    title = st.radio(
        "Lesson",
        list(titles),
        key="misreading.lesson",
        horizontal=True,
        help="What is easily concluded from a map, and wrong.",
    )
    lesson = titles[title]
    st.fragment(_lesson)(lesson, known[lesson.name])


def _lesson(lesson: Lesson, example: Example) -> None:
    data, shown = st.columns(2, gap="medium")
    with shown:
        perplexity = st.select_slider(
            "Perplexity",
            PERPLEXITIES,
            value=FIRST_PERPLEXITY,
            key="misreading.perplexity",
            help="About how many neighbours each point tries to keep. Move it over its whole range before you believe "
            "anything.",
        )
        again = st.toggle(
            "Another start", key="misreading.seed", help="The same data and perplexity, begun from other random places."
        )
    seed = int(again)
    with data:
        st.subheader("The data", anchor=False)
        st.markdown(lesson.truth)
    left, right = st.columns(2, gap="medium")
    with left:
        chart(example.items[:, :2], example, "what the data are", "number")
    with right:
        chart(example.maps[perplexity, seed], example, f"t-SNE at perplexity {perplexity}", "t-SNE axis")
    st.info(sentence(lesson, example, perplexity, seed), icon=":material/straighten:")
    st.markdown(f"**What to see.** {lesson.advice}")


def chart(places: NDArray, example: Example, name: str, axis: str) -> None:
    """Show points with equal axes, each group in a colour and with a mark of its own; neither axis has a unit."""
    figure = go.Figure()
    for group in sorted(set(example.groups.tolist())):
        rows = example.groups == group
        figure.add_trace(
            go.Scattergl(
                x=places[rows, 0],
                y=places[rows, 1],
                mode="markers",
                name=f"group {group + 1}",
                marker={
                    "size": 6,
                    "symbol": SYMBOLS[group],
                    "color": COLORS[group],
                    "line": {"width": 0.5, "color": "white"},
                },
                hovertemplate="%{x:.2f}, %{y:.2f}<extra>%{fullData.name}</extra>",
            )
        )
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
        title={"text": escape(name), "font": {"size": 15}},
        showlegend=len(figure.data) > 1,
        legend=LEGEND,
        uirevision=name,
        transition={"duration": 300},
    )
    figure.update_xaxes(zeroline=False, title=f"{axis} 1")
    figure.update_yaxes(zeroline=False, scaleanchor="x", title=f"{axis} 2")
    if projector.is_on():
        projector.enlarge(figure)
    st.plotly_chart(
        figure,
        key=f"misreading.{'map' if name.startswith('t-SNE') else 'data'}",
        config={"displaylogo": False},
        alt=f"Scatter plot, {name}: {len(places)} points in {len(figure.data)} groups",
    )
