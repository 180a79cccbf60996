"""The "Take it home" area of Explore: what, in which format, how, and one button. Files are made when asked for."""

from __future__ import annotations

import streamlit as st

from genlab.analysis.pictures import LOOPS, PLANE_SIDE_PX
from genlab.errors import GenlabError
from genlab.ui.place import SHEET_SIDE, STRIP_STEPS, Place
from genlab.ui.scenes import Scene
from genlab.ui.souvenirs import MIME, SOUVENIRS, Options, ending, file_name, maker, missing, scales
from genlab.ui.words import say

SPEEDS = (2, 5, 10, 15, 25)
READY = "take.ready"


@st.fragment
def take_home(shown: Scene, place: Place | None) -> None:
    """Show the area; choosing in it reruns this part alone."""
    with st.container(border=True):
        st.markdown("#### Take it home")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            what = st.selectbox(
                "What",
                list(SOUVENIRS),
                format_func=lambda name: SOUVENIRS[name].label,
                key="take.what",
                help="Pictures and films carry word of where they come from: which trained model, and the code.",
                width=260,
            )
            wanted = SOUVENIRS[what]
            form = _format(what)
            reason = missing(what, shown, place)
            options, size = _options(what, form, shown) if wanted.drawn and not reason else (Options(), "")
        st.caption(f"{wanted.about} {form}: {wanted.formats[form]}{size}")
        if reason:
            st.button(f"Download {form}", disabled=True, icon=":material/download:", help=reason, key="take.none")
            st.caption(reason)
        elif wanted.needs == "nothing":
            _prepared(what, form, shown)
        else:
            _offer(what, form, shown, place, options)


def _format(what: str) -> str:
    forms = list(SOUVENIRS[what].formats)
    if len(forms) == 1:
        return forms[0]
    return (
        st.segmented_control(
            "Format",
            forms,
            default=forms[0],
            required=True,
            key=f"take.format.{what}",
            help=" ".join(f"{name}: {about}" for name, about in SOUVENIRS[what].formats.items()),
        )
        or forms[0]
    )


def _options(what: str, form: str, shown: Scene) -> tuple[Options, str]:
    """Ask how a picture or film is made; return that, and how large it will be in words."""
    steps, fps, loop = STRIP_STEPS, 10.0, "once"
    is_film = what == "walk" and form != "PNG"
    if what == "walk":
        most = 60 if is_film else 32
        steps = int(
            st.number_input(
                "Frames" if is_film else "Steps",
                2,
                most,
                30 if is_film else STRIP_STEPS,
                key=f"take.steps.{is_film}",
                help="How many items the walk has, both ends included.",
                width=130,
            )
        )
    if is_film:
        fps = float(
            st.select_slider("Frames a second", SPEEDS, 10, key="take.speed", help="Speed of the film.", width=150)
        )
        loop = st.selectbox(
            "Play",
            list(LOOPS),
            index=list(LOOPS).index("back"),
            format_func=LOOPS.__getitem__,
            key="take.loop",
            help="Whether the film ends at B, begins anew at A, or turns back at B.",
            width=170,
        )
    suits, most_scale = scales(what, form, shown.item_shape, steps)
    key = f"take.scale.{what}.{form}.{shown.run.id}"
    if st.session_state.get(key, 0) > most_scale:
        del st.session_state[key]  # more frames have made it too large
    scale = int(
        st.number_input(
            "Scale",
            1,
            most_scale,
            suits,
            key=key,
            help=f"Side of the drawn plane, times {PLANE_SIDE_PX} px."
            if shown.item_shape == (2,)
            else "Side of the square that one pixel of an item becomes; nothing is smoothed.",
            width=130,
        )
    )
    width, height = _size(what, is_film, shown.item_shape, steps, scale)
    return Options(scale, steps, fps, loop), f" {width:,}×{height:,} px."


def _size(what: str, is_film: bool, item_shape: tuple[int, ...], steps: int, scale: int) -> tuple[int, int]:
    """Return width and height of the file in pixels."""
    if item_shape == (2,):
        return PLANE_SIDE_PX * scale, PLANE_SIDE_PX * scale
    _, height, width = item_shape
    columns = SHEET_SIDE if what == "sheet" else steps if what == "walk" and not is_film else 1
    rows = SHEET_SIDE if what == "sheet" else 1
    return (columns * (width + 1) - 1) * scale, (rows * (height + 1) - 1) * scale


def _offer(what: str, form: str, shown: Scene, place: Place | None, options: Options) -> None:
    """Offer a file that is made in a moment, when the button is pressed."""
    st.download_button(
        f"Download {form}",
        data=maker(what, form, shown, place, options),
        file_name=file_name(shown, what, form),
        mime=MIME[ending(what, form)],
        key=f"take.download.{what}.{form}",
        help="Made when you press.",
        on_click="ignore",
        icon=":material/download:",
        type="primary",
    )


def _prepared(what: str, form: str, shown: Scene) -> None:
    """Offer a file that takes a while: have it made first, with a spinner, then hand it over."""
    wanted = (shown.run.id, shown.step, what, form)
    held = st.session_state.get(READY)
    if held is not None and held[0] == wanted:
        data: bytes = held[1]
        st.download_button(
            f"Download {form}, {_bytes(len(data))}",
            data=data,
            file_name=file_name(shown, what, form),
            mime=MIME[ending(what, form)],
            key=f"take.download.{what}.{form}",
            help="The file is ready.",
            on_click="ignore",
            icon=":material/download:",
            type="primary",
        )
        return
    if not st.button(
        f"Prepare {form}",
        key=f"take.prepare.{what}.{form}",
        help="Makes the file, outside the server; then it can be downloaded.",
        icon=":material/package_2:",
    ):
        return
    try:
        with st.spinner(f"Making the {form} file…", show_time=True):
            st.session_state[READY] = (wanted, maker(what, form, shown, None, Options())())
    except GenlabError as error:
        say(error)
        return
    st.rerun(scope="fragment")


def _bytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{max(1, round(count / 1e3)):,} kB"
