package io.laguna.emulator.edge.guard;

import static io.laguna.emulator.edge.guard.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectReadersTest {
    private final Visitors readers = new ObjectReaders();

    @Test
    void aLinkMayBeFollowed() {
        assertThat(readers.admit(request("GET", "sec-fetch-mode", "navigate", "sec-fetch-dest", "document")))
                .isTrue();
    }

    @Test
    void nothingElseIsForOtherSites() {
        assertThat(readers.admit(request("POST", "sec-fetch-mode", "navigate", "sec-fetch-dest", "document")))
                .isFalse();
        assertThat(readers.admit(request("GET", "sec-fetch-mode", "navigate", "sec-fetch-dest", "iframe")))
                .isFalse();
        assertThat(readers.admit(request("GET", "sec-fetch-mode", "no-cors", "sec-fetch-dest", "image")))
                .isFalse();
        assertThat(readers.admit(
                        request("GET", "sec-fetch-mode", "navigate", "sec-fetch-dest", "document", "origin", "null")))
                .isFalse();
    }
}
