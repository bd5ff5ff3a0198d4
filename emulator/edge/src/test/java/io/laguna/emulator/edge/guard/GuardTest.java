package io.laguna.emulator.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    private final Guard guard =
            new Guard(List.of("localhost"), GuardSettings.of(List.of(), List.of("http://localhost:3000")));

    /** A request without origin and site comes from a client that is no browser. */
    @ParameterizedTest
    @CsvSource({
        "GET,,,",
        "POST,,,",
        "GET,,none,",
        "GET,,same-origin,",
        "POST,http://127.0.0.1:4566,same-origin,",
        "POST,https://127.0.0.1:4566,,",
        "POST,HTTP://127.0.0.1:4566,,",
        "POST,http://localhost:3000,cross-site,",
        "GET,,cross-site,http://localhost:3000/shop/index.html",
    })
    void clientsAndPagesThatAreAllowedPass(String method, String origin, String site, String referer) {
        assertThatCode(() -> guard.check(request(method, origin, site, referer), Visitors.NONE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,http://evil.example,cross-site,,http://evil.example",
        "POST,http://evil.example,,,http://evil.example",
        "GET,http://127.0.0.1:3000,same-site,,http://127.0.0.1:3000",
        "GET,http://localhost:4566,cross-site,,http://localhost:4566",
        "GET,http://127.0.0.1,,,http://127.0.0.1",
        "GET,http://127.0.0.1:45661,,,http://127.0.0.1:45661",
        "GET,http://localhost:3000.evil.example,,,evil.example",
        "POST,null,cross-site,,hides its origin",
        "POST,null,same-origin,,hides its origin",
        "GET,,cross-site,,another site",
        "GET,,same-site,,another site",
        "GET,,anything,,another site",
        "GET,,cross-site,http://evil.example/?http://localhost:3000/,another site",
        "GET,,cross-site,http://127.0.0.1:4566/,another site",
        "POST,,cross-site,http://localhost:3000/,another site",
        "POST,http://127.0.0.1:4566,cross-site,,another site",
    })
    void otherPagesAreRefusedWithTheSettingThatAllowsThem(
            String method, String origin, String site, String referer, String why) {
        assertThatThrownBy(() -> guard.check(request(method, origin, site, referer), Visitors.NONE))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining(why)
                .hasMessageContaining("LAGUNA_ORIGINS");
    }

    @Test
    void anotherNameIsRefusedWhateverElseTheRequestSays() {
        assertThatThrownBy(() -> guard.check(
                        Requests.request("GET", "host", "rebound.example:4566", "sec-fetch-site", "same-origin"),
                        request -> true))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("not called \"rebound.example\"")
                .hasMessageContaining("LAGUNA_ENDPOINT_HOSTS");
    }

    @Test
    void aMountMayAdmitAPageItself() {
        WireRequest request = request("GET", "http://evil.example", "cross-site", null);

        assertThatCode(() -> guard.check(request, asked -> asked.equals(request)))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyPagesOfAllowedOriginsMayReadTheirAnswers() {
        assertThat(guard.crossOrigin(request("GET", "http://localhost:3000", null, null)))
                .contains(new CrossOrigin("http://localhost:3000"));
        assertThat(guard.crossOrigin(request("GET", "http://evil.example", null, null)))
                .isEmpty();
        assertThat(guard.crossOrigin(request("GET", null, null, "http://localhost:3000/")))
                .isEmpty();
        assertThat(guard.crossOrigin(request("GET", "http://127.0.0.1:4566", null, null)))
                .isEmpty();
    }

    private static WireRequest request(String method, String origin, String site, String referer) {
        List<String> headers = new ArrayList<>();
        add(headers, "origin", origin);
        add(headers, "sec-fetch-site", site);
        add(headers, "referer", referer);
        return Requests.request(method, headers.toArray(String[]::new));
    }

    private static void add(List<String> headers, String name, String value) {
        if (value != null) {
            headers.add(name);
            headers.add(value);
        }
    }
}
