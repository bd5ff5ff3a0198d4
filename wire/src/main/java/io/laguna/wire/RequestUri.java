package io.laguna.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The template of an operation of REST over XML, made of the SDK's and of what a request cannot be without. Some clients of
 * the SDK move a label from the path to the host, which their templates do not have then: it goes first again. Headers tell only
 * what a word in the query does not.
 */
record RequestUri(String path, List<String> query, List<String> headers) {
    static RequestUri of(String sdkUri, SdkPojo request) {
        int question = sdkUri.indexOf('?');
        String path = question < 0 ? sdkUri : sdkUri.substring(0, question);
        List<String> query = new ArrayList<>();
        if (question >= 0) {
            query.addAll(List.of(sdkUri.substring(question + 1).split("&", -1)));
        }
        List<String> headers = new ArrayList<>();
        for (SdkField<?> field : request.sdkFields()) {
            String name = field.locationName();
            boolean required = field.containsTrait(RequiredTrait.class);
            if (field.location() == MarshallLocation.PATH && !path.contains("{" + name + "}")) {
                path = "/{" + name + "}" + (path.equals("/") ? "" : path);
            } else if (required && field.location() == MarshallLocation.QUERY_PARAM) {
                query.add(name + "={" + field.memberName() + "}");
            } else if (required && question < 0 && field.location() == MarshallLocation.HEADER) {
                headers.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return new RequestUri(path, query, headers);
    }

    String text() {
        return (path.isEmpty() ? "/" : path)
                + (query.isEmpty() ? "" : "?" + String.join("&", query))
                + (headers.isEmpty() ? "" : "#" + String.join(",", headers));
    }
}
