"""The guard: no address but public ones, however it is written."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.fetch.guard import Guard, check_address, is_public
from flows.fetch.outcome import FetchError


@pytest.mark.parametrize("address", ["1.1.1.1", "151.101.0.81", "2606:4700:4700::1111", "::ffff:1.1.1.1",
                                     "64:ff9b::101:101"])  # fmt: skip
def test_addresses_of_the_public_internet(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "203.0.113.5", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::",
        "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "fe80::1", "fe80::1%1",
        "fc00::1", "fd00::1", "fec0::1", "ff02::1", "ff0e::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
        "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "100::1", "no address", "",
    ],
)  # fmt: skip
def test_all_other_addresses(address):
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_within_ipv6_is_as_public_as_itself(address):
    number = int(address)
    assert is_public(f"::ffff:{address}") == is_public(str(address))
    assert is_public(str(ipaddress.IPv6Address((0x64FF9B << 96) | number))) == is_public(str(address))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "data:text/plain,a",
        "//example.org/", "/only/a/path", "", "http://", "http:///path", "http://user:secret@example.org/",
        "http://user@example.org/", "http://example.org:0/", "http://example.org:99999/", "http://2130706433/",
        "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://017700000001/",
        "http://1.2.3.4.5/", "http://999.1.1.1/", "http://[::1%25lo]/", "http://[::1", "http://ex ample.org/",
        "http://example.org/a\nb", "http://example.org\\@127.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://a..b_%41.org/",
        "http://example.org/" + "a" * 3000,
    ],
)  # fmt: skip
def test_addresses_that_are_never_asked_for(address):
    with pytest.raises(FetchError) as error:
        check_address(address)
    assert error.value.reason == "bad_address"
    assert len(error.value.message) < 400


@pytest.mark.parametrize(
    ("address", "parsed"),
    [
        ("https://files.example.org/v1/file/50012345", "https://files.example.org/v1/file/50012345"),
        ("HTTP://Example.ORG:80/a#part", "http://example.org/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("http://1.1.1.1/", "http://1.1.1.1/"),
        ("http://[2606:4700:4700::1111]:8080/", "http://[2606:4700:4700::1111]:8080/"),
        ("http://under_score.example.org./", "http://under_score.example.org./"),
    ],
)
def test_addresses_in_plain_form(address, parsed):
    assert str(check_address(address)) == parsed


def guard(*addresses, opened=()):
    return Guard(lambda host, port: addresses, frozenset(opened))


def test_every_address_of_a_name_must_be_public():
    assert guard("1.1.1.1", "2606:4700:4700::1111").addresses("a.example", 443) == ("1.1.1.1", "2606:4700:4700::1111")
    for private in ("127.0.0.1", "::1", "169.254.169.254"):
        with pytest.raises(FetchError, match=private) as error:
            guard("1.1.1.1", private).addresses("a.example", 443)
        assert error.value.reason == "private_address"


def test_only_the_ports_of_the_web_are_asked():
    with pytest.raises(FetchError, match="port 22"):
        guard("1.1.1.1").addresses("a.example", 22)


def test_a_name_without_address_may_have_one_later():
    def fail(host, port):
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchError, match="Name or service") as error:
        Guard(fail).addresses("a.example", 80)
    assert (error.value.reason, error.value.again) == ("not_resolved", True)
    with pytest.raises(FetchError):
        guard().addresses("a.example", 80)


def test_what_a_test_opens_is_one_address_and_port():
    opened = guard("127.0.0.1", opened=[("127.0.0.1", 8001)])
    assert opened.addresses("a.example", 8001) == ("127.0.0.1",)
    with pytest.raises(FetchError):
        opened.addresses("a.example", 8002)


def test_the_real_resolver_is_looked_at_too():
    with pytest.raises(FetchError) as error:
        Guard().addresses("localhost", 80)
    assert error.value.reason == "private_address"
