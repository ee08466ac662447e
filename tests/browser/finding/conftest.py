"""Pages of somebody who was shown around, at both widths."""

import pytest

from browser.finding.reader import SIZES, reader


@pytest.fixture(params=SIZES)
def page(request, chromium):
    page = reader(chromium, request.param)
    yield page
    page.context.close()


@pytest.fixture
def wide_page(chromium):
    page = reader(chromium, "wide")
    yield page
    page.context.close()
