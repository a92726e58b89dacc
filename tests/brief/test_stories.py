"""Which articles tell of one event."""

import datetime as dt

import pytest
from story import Story, unit

from reportgen.brief.stories import Stories, same_story, story

DISTRICT = unit("tỉnh An > huyện Bình")
COMMON = (
    "Mưa lớn trong hai ngày cuối tuần làm nước sông dâng nhanh, nhiều tuyến đường liên xã bị chia cắt.",
    "Lãnh đạo huyện cùng các ngành đã xuống từng thôn để nắm tình hình và bàn cách khắc phục với bà con.",
)
OTHER = (
    "Sáng thứ hai, hội phụ nữ thôn Đông gói bánh chưng gửi tặng các gia đình neo đơn.",
    "Trường tiểu học Cam Lộc khai giảng lớp xóa mù chữ buổi tối cho người lớn tuổi.",
    "Ông Lê Văn Phú trồng thử giống cam không hạt trên mảnh vườn cũ của cha để lại.",
    "Đội bóng chuyền của xã vào chung kết giải huyện sau ba năm vắng mặt.",
    "Nhà văn hóa thôn Hạ được sơn lại và lắp thêm mái che ở sân sau.",
    "Phiên chợ cuối tháng họp sớm hơn vì trùng ngày giỗ tổ nghề rèn.",
    "Cầu tạm bắc qua suối Cạn sẽ được thay bằng cầu bê tông trước mùa gặt.",
    "Bưu điện trung tâm mở quầy hướng dẫn nộp hồ sơ qua mạng cho bà con.",
    "Tổ hợp tác nuôi ong bán mật cho khách du lịch ngay tại bìa rừng.",
    "Câu lạc bộ dân ca tập hát đều đặn vào tối thứ bảy dưới gốc đa đầu làng.",
)


def tell(name: str, *sentences: str, published: str | None = None) -> Story:
    return Story(name, DISTRICT, *sentences, published=published)


@pytest.mark.parametrize(
    ("one", "other", "days", "same"),
    [
        ([*COMMON, *OTHER[:1]], [*COMMON, *OTHER[1:2]], None, True),
        ([*COMMON, *OTHER[:1]], [*COMMON, *OTHER[1:2]], 30, True),
        ([*COMMON, *OTHER[:1]], [*COMMON, *OTHER[1:2]], 365, False),  # the report of the year after
        ([*OTHER[:5]], [*COMMON, *OTHER[5:]], None, False),
        (["Có 187 hộ, 245 nhà, 12,5 ha lúa và 369 con gia súc.", *OTHER[:4]],) * 2 + (None, True),
        ([*COMMON[:1]], [*COMMON[:1]], None, False),  # too few words to say
    ],
)
def test_one_event(one: list[str], other: list[str], days: int | None, same: bool) -> None:
    first = dt.date(2020, 1, 5)
    later = (first + dt.timedelta(days=days)).isoformat() if days else None
    a, b = (
        story(tell("a", *one, published=first.isoformat() if days else None).facts()),
        story(tell("b", *other, published=later).facts()),
    )
    assert same_story(a, b) is same_story(b, a) is same


def test_figures_tell_where_few_words_are_shared() -> None:
    a = tell("a", "Lũ cuốn 187 nhà, 245 con trâu, 369 con lợn.", *COMMON[:1], *OTHER[:5])
    b = tell("b", "Thiệt hại: 187 nhà, 245 con trâu, 369 con lợn.", *COMMON[:1], *OTHER[5:])
    c = tell("c", "Thiệt hại: 188 nhà, 246 con trâu, 370 con lợn.", *COMMON[:1], *OTHER[5:])
    assert same_story(story(a.facts()), story(b.facts()))
    assert not same_story(story(a.facts()), story(c.facts()))


def test_how_near_two_facts_are() -> None:
    s = tell("a", *COMMON, *OTHER)
    e = s.facts()

    def near(one: str, other: str) -> str:
        return Stories().near((e, s.span(one)), (e, s.span(other)))

    assert near("Mưa lớn", "bị chia cắt") == "sentence"
    assert near("Mưa lớn", "Lãnh đạo") == near("Lãnh đạo", "Mưa lớn") == "beside"
    assert near("Mưa lớn", "Câu lạc bộ") == near("Câu lạc bộ", "Mưa lớn") == "article"
