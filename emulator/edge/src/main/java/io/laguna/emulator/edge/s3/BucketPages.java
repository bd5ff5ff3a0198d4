package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.guard.ObjectReaders;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.request.Arrival;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.signature.RefusalCodes;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The rule for pages of other sites before buckets. A CORS configuration that names a page's origin lets it in, as
 * {@code LAGUNA_ORIGINS} does; one that allows all origins does so only where every request has to prove who sends it.
 *
 * @param s3 empty until S3 is ready
 */
public record BucketPages(Supplier<Optional<S3Client>> s3, List<String> hostNames, boolean open) implements Visitors {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final Visitors READERS = new ObjectReaders();

    public BucketPages {
        hostNames = List.copyOf(hostNames);
    }

    @Override
    public boolean admit(WireRequest request) {
        Optional<String> origin = ClaimReader.header(request, "origin");
        if (origin.isEmpty()) {
            return READERS.admit(request);
        }
        String method = method(request);
        return cors(Arrival.of(request, hostNames))
                .filter(cors -> open
                        ? cors.names(origin.get(), method)
                        : cors.rule(origin.get(), method, Optional.empty()).isPresent())
                .isPresent();
    }

    /**
     * Answers what a page may send to a bucket; empty for what asks no such thing, or is for no bucket with such rules.
     */
    Optional<WireResponse> preflight(Arrival arrival, String requestId) {
        WireRequest head = arrival.head();
        if (!head.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        Optional<String> origin = ClaimReader.header(head, "origin");
        Optional<String> method = ClaimReader.header(head, "access-control-request-method");
        Optional<BucketCors> cors = cors(arrival);
        if (origin.isEmpty()) {
            return Optional.of(refusal(
                    BAD_REQUEST,
                    "BadRequest",
                    "Insufficient information. Origin request header needed.",
                    head,
                    requestId));
        }
        if (method.isEmpty()) {
            return Optional.of(
                    refusal(BAD_REQUEST, "BadRequest", "Invalid Access-Control-Request-Method: null", head, requestId));
        }
        if (cors.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> asked = ClaimReader.header(head, "access-control-request-headers");
        return Optional.of(cors.get()
                .rule(origin.get(), method.get(), asked)
                .map(rule -> new WireResponse(OK, lists(BucketCors.headers(rule, origin.get(), asked)), new byte[0]))
                .orElseGet(() -> refusal(
                        RefusalCodes.FORBIDDEN,
                        "AccessForbidden",
                        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin,"
                                + " request method / Access-Control-Request-Method or Access-Control-Request-Headers are not"
                                + " whitelisted by the resource's CORS spec.",
                        head,
                        requestId)));
    }

    /** Returns the headers that every answer to the page has besides its own. */
    Map<String, String> headers(Arrival arrival) {
        return ClaimReader.header(arrival.head(), "origin")
                .flatMap(origin -> cors(arrival)
                        .flatMap(cors -> cors.rule(origin, method(arrival.head()), Optional.empty()))
                        .map(rule -> BucketCors.headers(rule, origin, Optional.empty())))
                .orElseGet(Map::of);
    }

    private Optional<BucketCors> cors(Arrival arrival) {
        Optional<String> bucket = S3Request.bucket(arrival);
        Optional<S3Client> client = s3.get();
        if (bucket.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BucketCors(client.get()
                    .getBucketCors(request -> request.bucket(bucket.get()))
                    .corsRules()));
        } catch (AwsServiceException e) {
            // No bucket, or no rules: a page is told what everybody is told.
            return Optional.empty();
        }
    }

    private static String method(WireRequest request) {
        return ClaimReader.header(request, "access-control-request-method")
                .filter(asked -> request.method().equals("OPTIONS"))
                .orElse(request.method());
    }

    private static WireResponse refusal(int status, String code, String message, WireRequest head, String requestId) {
        return Answers.s3(new ErrorAnswer(status, code, message), head.rawPath(), requestId);
    }

    private static Map<String, List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }
}
