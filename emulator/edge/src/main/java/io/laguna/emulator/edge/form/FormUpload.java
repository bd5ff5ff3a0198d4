package io.laguna.emulator.edge.form;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.payload.BodyRefusal;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An object that a form uploads, as the PutObject that it means, and the answer that a form wants.
 *
 * @param bucket the name
 * @param fields of the form, names in lower case
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>
 */
public record FormUpload(String bucket, String key, Map<String, String> fields) {
    private static final Set<String> HEADERS = Set.of(
            "cache-control", "content-type", "content-disposition", "content-encoding", "expires", "content-md5");
    private static final Set<String> SIGNATURE =
            Set.of("x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature", "x-amz-security-token");

    public static FormUpload of(String bucket, MultipartForm form) throws BodyRefusal {
        String key = form.fields().getOrDefault("key", "");
        if (key.isEmpty()) {
            throw new BodyRefusal(
                    400,
                    "InvalidArgument",
                    "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the"
                            + " fields.");
        }
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put("bucket", bucket);
        String named = key.replace("${filename}", form.fileName().orElse(""));
        fields.put("key", named);
        return new FormUpload(bucket, named, fields);
    }

    public WireRequest put(WireRequest post) throws BodyRefusal {
        Map<String, List<String>> headers = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (HEADERS.contains(name) || (name.startsWith("x-amz-") && !SIGNATURE.contains(name))) {
                headers.put(name, List.of(value));
            }
        });
        Optional.ofNullable(fields.get("acl")).ifPresent(acl -> headers.put("x-amz-acl", List.of(acl)));
        if (fields.containsKey("tagging")) {
            headers.put("x-amz-tagging", List.of(FormTags.header(fields.get("tagging"))));
        }
        String path = "/" + PercentEncoding.encode(bucket) + "/" + PercentEncoding.encodePath(key);
        return new WireRequest("PUT", path, "", headers, post.body());
    }

    /** Returns the answer that the form asked for, once the object is there. */
    public WireResponse answer(WireResponse put, String address) {
        Map<String, List<String>> headers = new LinkedHashMap<>(put.headers());
        String eTag = headers.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase("ETag"))
                .flatMap(each -> each.getValue().stream())
                .findFirst()
                .orElse("");
        headers.put("Location", List.of(address));
        Optional<String> redirect = Optional.ofNullable(fields.get("success_action_redirect"))
                .or(() -> Optional.ofNullable(fields.get("redirect")))
                .filter(target -> target.startsWith("http://") || target.startsWith("https://"));
        if (redirect.isPresent()) {
            String separator = redirect.get().contains("?") ? "&" : "?";
            headers.put(
                    "Location",
                    List.of(redirect.get() + separator + "bucket=" + PercentEncoding.encode(bucket) + "&key="
                            + PercentEncoding.encode(key) + "&etag=" + PercentEncoding.encode(eTag)));
            return new WireResponse(303, headers, new byte[0]);
        }
        return switch (fields.getOrDefault("success_action_status", "")) {
            case "200" -> new WireResponse(200, headers, new byte[0]);
            case "201" -> {
                headers.put("Content-Type", List.of("application/xml"));
                yield new WireResponse(201, headers, Answers.postResponse(address, bucket, key, eTag));
            }
            default -> new WireResponse(204, headers, new byte[0]);
        };
    }
}
