"""The address the site listens on: written for gunicorn, written for people, and asked whether it is free."""

import socket


def bind_address(host: str, port: str) -> str:
    """What gunicorn calls the address: an IPv6 host stands in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def site_address(host: str, port: str) -> str:
    """What one types into a browser on this machine."""
    everywhere_or_here = {"0.0.0.0", "127.0.0.1", "::", "::1", ""}  # noqa: S104  names, nothing is bound
    return "http://" + bind_address("localhost" if host in everywhere_or_here else host, port)


def refusal(host: str, port: str) -> str | None:
    """A sentence that says why nobody can listen there, or None if the address is free."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"PORT is {port!r}; set it to a number from 1 to 65535."
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = error.strerror or str(error)
        return (
            f"Cannot listen on {bind_address(host, port)} ({reason}); choose another, for instance PORT=8001 make run."
        )
    return None
