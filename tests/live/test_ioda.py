"""IODA's documented shapes and traps, played by a service of our own; places and values are invented."""

import datetime as dt
import json
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin import __version__
from temoin.errors import InputError, LiveError
from temoin.live import ioda
from temoin.live.client import Answer, Manners
from temoin.live.response import Response
from temoin.period import UTC, Period

DAY = dt.timedelta(days=1)


def days(first: int, last: int, month: int = 1) -> Period:
    """Days of 2022, both inside."""
    return Period(dt.datetime(2022, month, first, tzinfo=UTC), dt.datetime(2022, month, last, tzinfo=UTC) + DAY)


def a_series(**changed):
    """A made-up series of the fictional country ZZ."""
    return {
        "entityType": "country",
        "entityCode": "ZZ",
        "entityName": "Zembla",
        "entityFqid": "geo.provider.ZZ",
        "datasource": "bgp",
        "subtype": "",
        "from": 1640995200,
        "until": 1640996400,
        "step": 300,
        "nativeStep": 300,
        "values": [400, 401, None, None],
    } | changed


def an_envelope(*series, error=None, **changed):
    """A made-up envelope around one list of series."""
    return json.dumps(
        {
            "type": "signals",
            "metadata": {"requestTime": "2030-01-01T00:00:00Z", "responseTime": "2030-01-01T00:00:01Z"},
            "requestParameters": {},
            "error": error,
            "perf": None,
            "data": [list(series)],
            "copyright": "made up for tests",
        }
        | changed
    ).encode()


def fetched(service, time, place="ZZ", period=None, **options):
    with ioda.client(service.url, clock=time.clock(), manners=Manners(tries=2)) as client:
        return list(ioda.fetch_signals(place, period or days(1, 12), client=client, **options))


@pytest.mark.enable_socket
def test_twelve_days_of_a_country_come_in_one_response_kept_byte_for_byte(service, time):
    body = an_envelope(a_series())
    service.gives(body)
    (response,) = fetched(service, time)
    assert response == Response(
        url=f"{service.url}/signals/raw/country/ZZ?from=1640995200&until=1642032000",
        body=body,
        retrieved_at=time.time,
        status=200,
        tool=f"temoin.live.ioda/1 (temoin {__version__})",
        name="ioda-signals-ZZ-20220101-20220112.json",
    )
    assert response.notices == ()


@pytest.mark.enable_socket
def test_two_months_are_asked_window_by_window(service, time):
    service.gives(an_envelope(a_series()))
    responses = fetched(service, time, period=Period(days(1, 1).begin, days(28, 28, month=2).end))
    assert [response.name for response in responses] == [
        "ioda-signals-ZZ-20220101-20220128.json",
        "ioda-signals-ZZ-20220129-20220225.json",
        "ioda-signals-ZZ-20220226-20220228.json",
    ]
    assert time.slept == [1.0, 1.0]


@pytest.mark.enable_socket
def test_each_window_is_given_before_the_next_is_asked(service, time):
    service.gives(an_envelope(a_series()), an_envelope(error="backend is down"))
    with ioda.client(service.url, clock=time.clock()) as client:
        responses = ioda.fetch_signals("ZZ", Period(days(1, 1).begin, days(28, 28, month=2).end), client=client)
        assert next(responses).name.endswith("20220128.json")
        assert len(service.asked) == 1
        with pytest.raises(LiveError, match="backend is down"):
            next(responses)


@pytest.mark.enable_socket
def test_named_data_sources_are_asked_one_by_one(service, time):
    service.gives(an_envelope(a_series()))
    responses = fetched(service, time, datasources=["bgp", "ping-slash24"])
    assert [parse_qs(urlsplit(path).query)["datasource"] for path in service.asked] == [["bgp"], ["ping-slash24"]]
    assert [response.name for response in responses] == [
        "ioda-signals-ZZ-bgp-20220101-20220112.json",
        "ioda-signals-ZZ-ping-slash24-20220101-20220112.json",
    ]


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("place", "code", "path", "name"),
    [
        ("AS64500", "64500", "/v2/signals/raw/asn/64500", "ioda-signals-AS64500-20220101-20220112.json"),
        ("asn/64500", "64500", "/v2/signals/raw/asn/64500", "ioda-signals-AS64500-20220101-20220112.json"),
        ("region/9999", "9999", "/v2/signals/raw/region/9999", "ioda-signals-region-9999-20220101-20220112.json"),
        ("country/ZZ", "ZZ", "/v2/signals/raw/country/ZZ", "ioda-signals-ZZ-20220101-20220112.json"),
    ],
)
def test_networks_and_regions_have_their_own_addresses(service, time, place, code, path, name):
    service.gives(an_envelope(a_series(entityCode=code)))
    (response,) = fetched(service, time, place)
    assert urlsplit(service.asked[0]).path == path
    assert response.name == name


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "place", ["Zembla", "zz", "ZZ-01", "ZZ,YY", "region/one", "AS-1", "../ZZ", "ZZ?x=1", "ＺＺ", ""]
)
def test_another_place_is_refused_before_anything_is_asked(service, time, place):
    with pytest.raises(InputError, match="write KZ for a country"):
        fetched(service, time, place)


@pytest.mark.enable_socket
def test_a_data_source_that_is_no_name_is_refused(service, time):
    with pytest.raises(InputError, match="expected the name of a data source"):
        fetched(service, time, datasources=["bgp&maxPoints=3"])


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "period",
    [
        Period(days(1, 1).begin, days(1, 1).begin),
        Period(dt.datetime(2031, 1, 1, tzinfo=UTC), dt.datetime.max.replace(tzinfo=UTC)),
    ],
    ids=["empty", "still to come"],
)
def test_a_period_without_a_past_is_refused(service, time, period):
    with pytest.raises(InputError, match="expected a period in the past"):
        fetched(service, time, period=period)


@pytest.mark.enable_socket
def test_windows_that_have_not_begun_are_not_asked(service, time):
    service.gives(an_envelope(a_series()))
    period = Period(dt.datetime(2029, 12, 20, tzinfo=UTC), dt.datetime(2030, 6, 1, tzinfo=UTC))
    assert [response.name for response in fetched(service, time, period=period)] == [
        "ioda-signals-ZZ-20291220-20300116.json"
    ]


@pytest.mark.enable_socket
def test_an_error_under_status_200_is_told_in_the_servers_words(service, time):
    service.gives(an_envelope(error="cannot find corresponding metadata entity 0"))
    with pytest.raises(LiveError) as caught:
        fetched(service, time)
    assert 'answers "cannot find corresponding metadata entity 0"' in caught.value.in_("en")
    assert "répond «\u00a0cannot find corresponding metadata entity 0\u00a0»" in caught.value.in_("fr")
    assert len(service.asked) == 1


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "body",
    [
        an_envelope(),
        an_envelope(data=[]),
        an_envelope(a_series(values=[])),
        an_envelope(a_series(values=[None, None])),
        an_envelope(a_series(values=None)),
    ],
    ids=["a list in a list", "no list", "a series without values", "only nulls", "null for values"],
)
def test_a_window_that_holds_nothing_is_kept_and_said(service, time, body):
    service.gives(body)
    (response,) = fetched(service, time)
    assert (response.body, response.empty) == (body, True)
    (notice,) = response.notices
    assert "has nothing for that period" in notice.en


@pytest.mark.enable_socket
def test_nulls_at_the_end_and_lists_of_objects_are_ordinary(service, time):
    loss = a_series(datasource="ping-slash24-loss", step=600, nativeStep=600, values=[[{"agg_values": {}}]])
    service.gives(an_envelope(a_series(values=[0, None, None]), loss))
    (response,) = fetched(service, time)
    assert (response.empty, response.aggregated) == (False, False)


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "body",
    [
        an_envelope(a_series())[:-20],
        b"",
        b"<!doctype html><title>Maintenance</title>",
        b'{"data": "\xff"}',
        b"[" * 100_000,
    ],
    ids=["cut", "nothing", "a page", "not UTF-8", "too deep"],
)
def test_an_unreadable_answer_is_asked_again_then_told(service, time, body):
    service.gives(body, an_envelope(a_series()))
    assert len(fetched(service, time)) == 1
    assert time.slept == [2.0]
    service.gives(body)
    with pytest.raises(LiveError, match=rf"\({len(body)} bytes\) instead of data; try again later \(2 tries\)"):
        fetched(service, time)


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"[]", "expected an envelope"),
        (an_envelope(data=None), "expected lists of series"),
        (an_envelope(data=[{"values": []}]), "expected lists of series"),
        (an_envelope(data=[[3]]), "expected lists of series"),
        (an_envelope(a_series(entityCode="YY")), "the answer is about YY"),
    ],
    ids=["no envelope", "no data", "no list in the list", "no series in it", "another place"],
)
def test_an_answer_of_another_shape_is_refused_with_what_to_do(service, time, body, words):
    service.gives(body)
    with pytest.raises(LiveError, match=words) as caught:
        fetched(service, time)
    assert "download by hand and add the file" in caught.value.in_("en")


LADDER = [300, 600, 900, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800]


def limited_step(window, most_points):
    """The step of a server that never gives more than some points, as ioda-api computes it from maxPoints."""
    return next(step for step in LADDER if (window.end - window.begin).total_seconds() / step <= most_points)


def a_week_of_points(path):
    """Answer as a server that gives 2,016 points at most."""
    query = parse_qs(urlsplit(path).query)
    begin, end = (dt.datetime.fromtimestamp(int(query[name][0]), UTC) for name in ("from", "until"))
    return an_envelope(a_series(step=limited_step(Period(begin, end), 2016)))


@pytest.mark.enable_socket
def test_an_averaged_answer_is_asked_again_in_pieces_that_are_native(service, time):
    service.gives(a_week_of_points)
    responses = fetched(service, time, period=days(1, 20))
    assert [response.name[-22:-5] for response in responses] == [
        "20220101-20220106",
        "20220107-20220112",
        "20220113-20220118",
        "20220119-20220120",
    ]
    assert not any(response.aggregated for response in responses)
    assert len(service.asked) == 5


@pytest.mark.enable_socket
def test_what_is_averaged_whatever_the_length_is_given_whole_and_said(service, time):
    service.gives(an_envelope(a_series(step=3600)))
    (response,) = fetched(service, time)
    assert response.aggregated
    assert "aggregated by the service" in response.notices[0].en
    assert len(service.asked) == 2


@pytest.mark.enable_socket
def test_what_is_averaged_for_a_single_day_is_not_asked_again(service, time):
    service.gives(an_envelope(a_series(step=3600)))
    (response,) = fetched(service, time, period=days(3, 3))
    assert response.aggregated
    assert len(service.asked) == 1


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    "steps", [{"step": "3600", "nativeStep": "3600"}, {"step": None}, {"nativeStep": "?"}, {"nativeStep": 0}]
)
def test_steps_written_otherwise_are_no_averaging(service, time, steps):
    service.gives(an_envelope(a_series(**steps)))
    assert [response.aggregated for response in fetched(service, time)] == [False]


def test_the_address_of_the_service_may_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("TEMOIN_IODA_URL", "http://127.0.0.1:8080/v2/")
    with ioda.client() as client:
        assert client.base_url == "http://127.0.0.1:8080/v2"
    monkeypatch.delenv("TEMOIN_IODA_URL")
    with ioda.client() as client:
        assert client.base_url == "https://api.ioda.inetintel.cc.gatech.edu/v2"


@pytest.mark.enable_socket
def test_days_of_another_zone_are_asked_and_named_in_utc(service, time):
    service.gives(an_envelope(a_series()))
    almaty = ZoneInfo("Asia/Almaty")
    local = Period(dt.datetime(2022, 1, 4, tzinfo=almaty), dt.datetime(2022, 1, 13, tzinfo=almaty))
    (response,) = fetched(service, time, period=local)
    assert response.name == "ioda-signals-ZZ-20220103-20220112.json"
    assert urlsplit(response.url).query == "from=1641232800&until=1642010400"


moments = st.integers(1420070400, 1893456000).map(lambda second: dt.datetime.fromtimestamp(second, UTC))


@given(moments, st.timedeltas(dt.timedelta(0), 400 * DAY), st.integers(1, 60).map(lambda count: count * DAY))
def test_windows_cover_the_period_end_to_end_without_overlap(begin, length, longest):
    cut = ioda.windows(Period(begin, begin + length), longest)
    assert [window.begin for window in cut] + [begin + length] == [begin] + [window.end for window in cut]
    assert all(dt.timedelta(0) < window.end - window.begin <= longest for window in cut)
    assert all(window.end.timestamp() % 86400 == 0 for window in cut[:-1])


@given(moments, st.timedeltas(DAY, 28 * DAY), st.integers(288, 8064))
def test_pieces_of_an_averaged_window_fit_in_the_servers_limit(begin, length, most_points):
    window = Period(begin, begin + length)
    pieces = ioda._pieces(window, limited_step(window, most_points) / 300)
    assert [piece.begin for piece in pieces] + [window.end] == [window.begin] + [piece.end for piece in pieces]
    assert all(limited_step(piece, most_points) == 300 for piece in pieces)


plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
anything = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner))
oddities = st.dictionaries(st.sampled_from(sorted(a_series())), anything).map(lambda odd: a_series(**odd))


@given(
    anything.map(json.dumps)
    | anything.map(lambda data: an_envelope(data=data).decode())
    | anything.map(lambda error: an_envelope(a_series(), error=error).decode())
    | oddities.map(lambda series: an_envelope(series).decode())
)
def test_whatever_is_answered_is_read_or_refused_in_words(body):
    answer = Answer("https://service.test/v2", body.encode(), dt.datetime(2030, 1, 1, tzinfo=UTC), 200)
    told = "read"
    try:
        response, coarseness = ioda._read(ioda.entity("ZZ"), "thing.json", answer)
    except LiveError as error:
        told = error.in_("fr")
    else:
        assert response.body == answer.body
        assert ioda._pieces(days(1, 20), coarseness)
    assert told.encode()


@pytest.mark.parametrize("coarseness", [0.0, 0.5, 1.0], ids=["a step of zero", "finer than native", "native"])
def test_a_window_is_cut_only_where_the_service_averaged(coarseness):
    assert ioda._pieces(days(1, 20), coarseness) == [days(1, 20)]
