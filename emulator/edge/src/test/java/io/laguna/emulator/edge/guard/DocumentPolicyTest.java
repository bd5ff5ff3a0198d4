package io.laguna.emulator.edge.guard;

import static io.laguna.emulator.edge.guard.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"document", "iframe", "frame", "embed", "object"})
    void aDocumentOfABucketIsInASandbox(String destination) {
        assertThat(DocumentPolicy.SANDBOX.headers(request("GET", "sec-fetch-dest", destination)))
                .containsEntry(
                        "Content-Security-Policy",
                        "sandbox allow-scripts allow-popups allow-downloads; frame-ancestors 'self'")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    /** Browsers send no Fetch Metadata to an address of another machine. */
    @Test
    void soIsOneForABrowserThatDoesNotSayWhatItShows() {
        assertThat(DocumentPolicy.SANDBOX.headers(
                        request("GET", "accept", "text/html,application/xml;q=0.9,*/*;q=0.8")))
                .containsKey("Content-Security-Policy");
    }

    @Test
    void answersToClientsAreAsAwsHasThem() {
        assertThat(DocumentPolicy.SANDBOX.headers(request("GET"))).isEmpty();
        assertThat(DocumentPolicy.SANDBOX.headers(request("GET", "accept", "*/*")))
                .isEmpty();
        assertThat(DocumentPolicy.DATA.headers(request("GET", "sec-fetch-dest", "empty")))
                .isEmpty();
        assertThat(DocumentPolicy.OWN.headers(request("GET", "sec-fetch-dest", "document")))
                .isEmpty();
    }

    @Test
    void noPageHasTheAnswerOfAServiceInAFrame() {
        assertThat(DocumentPolicy.DATA.headers(request("GET", "sec-fetch-dest", "iframe")))
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
