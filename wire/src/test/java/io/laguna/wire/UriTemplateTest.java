package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UriTemplateTest {
    @Test
    void anEncodedSlashBelongsToItsLabel() {
        assertThat(UriTemplate.of("/tags/{Arn}").match(request("/tags/arn%3Aaws%3Ax%2Fy", "")))
                .contains(Map.of("Arn", "arn:aws:x/y"));
    }

    @Test
    void aPlusIsAPlusAndAStrayPercentSignIsItself() {
        assertThat(UriTemplate.of("/{A}/{B}").match(request("/a+b/50%", ""))).contains(Map.of("A", "a+b", "B", "50%"));
    }

    @Test
    void aGreedyLabelTakesSlashes() {
        assertThat(UriTemplate.of("/{Bucket}/{Key+}/acl").match(request("/b/x/y/z/acl", "")))
                .contains(Map.of("Bucket", "b", "Key", "x/y/z"));
        assertThat(UriTemplate.of("/{Bucket}/{Key+}/acl").match(request("/b/acl", "")))
                .isEmpty();
    }

    @Test
    void theLastSlashDoesNotMatter() {
        assertThat(UriTemplate.of("/functions/").match(request("/functions", "")))
                .isPresent();
        assertThat(UriTemplate.of("/functions").match(request("/functions/", "")))
                .isPresent();
        assertThat(UriTemplate.of("/").match(request("/", ""))).isPresent();
    }

    @Test
    void aLabelIsNotEmptyAndOtherPathsDoNotMatch() {
        UriTemplate template = UriTemplate.of("/functions/{Name}/code");
        assertThat(template.match(request("/functions//code", ""))).isEmpty();
        assertThat(template.match(request("/functions/f/codes", ""))).isEmpty();
        assertThat(template.match(request("/functions/f", ""))).isEmpty();
        assertThat(template.match(request("/functions/f/code/x", ""))).isEmpty();
    }

    @Test
    void aLiteralQueryHasToBeThere() {
        UriTemplate template = UriTemplate.of("/layers?find=LayerVersion");
        assertThat(template.match(request("/layers", "Arn=x&find=LayerVersion")))
                .isPresent();
        assertThat(template.match(request("/layers", "find=Other"))).isEmpty();
        assertThat(template.match(request("/layers", ""))).isEmpty();
    }

    @Test
    void theMoreLiteralTemplateComesFirst() {
        List<String> sorted = Stream.of("/a/{B+}", "/a/{B}", "/a/b", "/a", "/a/{B}/c", "/a/b?x=y")
                .map(UriTemplate::of)
                .sorted(UriTemplate::compareSpecificity)
                .map(UriTemplate::text)
                .toList();

        assertThat(sorted).containsExactly("/a/b?x=y", "/a/b", "/a/{B}/c", "/a/{B}", "/a/{B+}", "/a");
    }

    private static WireRequest request(String path, String query) {
        return new WireRequest("GET", path, query, Map.of(), new byte[0]);
    }
}
