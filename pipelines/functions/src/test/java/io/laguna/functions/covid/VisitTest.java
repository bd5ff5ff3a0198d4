package io.laguna.functions.covid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what a request may ask for. */
class VisitTest {
    private static Visit visit(Map<String, String> path, Map<String, String> query) {
        return Visit.of(
                Map.of("routeKey", "GET /departments/{code}", "pathParameters", path, "queryStringParameters", query));
    }

    @Test
    void aRequestWithoutParametersIsForTheFirstPageOfAllDays() {
        Visit visit = Visit.of(Map.of("routeKey", "GET /departments"));

        assertThat(visit.route()).isEqualTo("GET /departments");
        assertThat(visit.page()).isEqualTo(new Visit.Page(100, 0));
        assertThat(visit.day("from", Visit.FIRST_DAY)).isEqualTo(Visit.FIRST_DAY);
    }

    @Test
    void aRequestNamesADepartmentADayAndAPage() {
        Visit visit = visit(Map.of("code", "5"), Map.of("limit", "1000", "next", "20", "from", "2020-02-29"));

        assertThat(visit.code()).isEqualTo("05");
        assertThat(visit.page()).isEqualTo(new Visit.Page(1000, 20));
        assertThat(visit.day("from", Visit.FIRST_DAY)).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "code, ''",
        "code, 123",
        "code, 5'",
        "code, ٥",
        "limit, 0",
        "limit, 1001",
        "limit, -1",
        "limit, 9999999999",
        "next, last",
        "next, -1",
        "day, June",
        "day, 2021-02-30",
        "day, +12021-01-01",
        "day, 2021-1-1"
    })
    void whatCannotBeIsRefusedByItsName(String name, String value) {
        Visit visit = visit(Map.of("code", value), Map.of(name, value));

        assertThatThrownBy(() -> {
                    if (name.equals("code")) {
                        visit.code();
                    } else if (name.equals("day")) {
                        visit.day("day", Visit.LAST_DAY);
                    } else {
                        visit.page();
                    }
                })
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(name + " has to be")
                .returns(RefusedException.BAD_REQUEST, e -> ((RefusedException) e).status());
    }
}
