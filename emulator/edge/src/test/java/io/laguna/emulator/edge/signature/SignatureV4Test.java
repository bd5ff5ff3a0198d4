package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.emulator.edge.request.Scope;
import io.laguna.wire.WireRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureV4Test {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** The figures are those of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
    @Test
    void theExampleOfTheDocumentationHasItsSignature() {
        Map<String, List<String>> headers = Map.of(
                "host", List.of("examplebucket.s3.amazonaws.com"),
                "range", List.of("bytes=0-9"),
                "x-amz-content-sha256", List.of(NOTHING),
                "x-amz-date", List.of("20130524T000000Z"));
        Scope scope = new Scope("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3");
        Claim.Signed claim = signed(scope, headers.keySet());
        WireRequest request = new WireRequest("GET", "/test.txt", "", headers, new byte[0]);

        String canonical = SignatureV4.canonicalRequest(request, QueryString.parse(""), claim, NOTHING);
        String signature = SignatureV4.sign(
                SignatureV4.signingKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", scope),
                SignatureV4.stringToSign(claim, "20130524T000000Z", canonical));

        assertThat(signature).isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @ParameterizedTest
    @CsvSource({
        "s3,/a//b/../c,/a//b/../c",
        "s3,/a%2Fb%20c,/a/b%20c",
        "s3,/caf%c3%a9,/caf%C3%A9",
        "lambda,/a//b/../c,/a/c",
        "lambda,/a%20b,/a%2520b",
        "lambda,/,/",
        "lambda,/functions/,/functions/"
    })
    void pathsAreS3sOwnOrPutInOrder(String service, String path, String canonical) {
        Claim.Signed claim = signed(new Scope("key", "20260101", "us-east-1", service), Set.of());
        WireRequest request = new WireRequest("GET", path, "", Map.of(), new byte[0]);

        assertThat(SignatureV4.canonicalRequest(request, QueryString.parse(""), claim, NOTHING))
                .startsWith("GET\n" + canonical + "\n");
    }

    @Test
    void parametersAreSortedAndEncodedAnew() {
        QueryString query = QueryString.parse("b=2&a=x/y&uploads&b=1&c=%7e+");

        assertThat(query.canonical(name -> true)).isEqualTo("a=x%2Fy&b=1&b=2&c=~%2B&uploads=");
    }

    private static Claim.Signed signed(Scope scope, Set<String> headers) {
        return new Claim.Signed(
                scope, new TreeSet<>(headers), "", "20130524T000000Z", Optional.empty(), Optional.empty());
    }
}
