import socket

from config.listen import bind_address, refusal, site_address


class TestRefusal:
    def test_is_none_where_the_address_is_free(self):
        with socket.socket() as own:
            # Nobody listens there, and nobody else is given it meanwhile.
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            own.bind(("127.0.0.1", 0))
            assert refusal("127.0.0.1", str(own.getsockname()[1])) is None

    def test_names_the_address_that_is_taken(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            assert f"127.0.0.1:{port}" in refusal("127.0.0.1", str(port))

    def test_names_a_port_that_is_none(self):
        assert "PORT" in refusal("127.0.0.1", "eighty")
        assert [refusal("127.0.0.1", port)[:4] for port in ("0", "65536", "70000", "-1")] == ["PORT"] * 4
        assert "PORT" not in (refusal("127.0.0.1", "65535") or "")


class TestAddress:
    def test_puts_ipv6_into_brackets(self):
        assert bind_address("::1", "8000") == "[::1]:8000"

    def test_is_localhost_on_this_machine(self):
        assert site_address("0.0.0.0", "8000") == "http://localhost:8000"  # noqa: S104
        assert {site_address(host, "80") for host in ("127.0.0.1", "::", "::1", "")} == {"http://localhost:80"}
        assert site_address("register.test", "80") == "http://register.test:80"
        assert site_address("2001:db8::7", "80") == "http://[2001:db8::7]:80"
