package io.laguna.emulator.edge.request;

import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The form of a call whose operation and members are parameters, as the protocol awsQuery has it. */
public final class FormCall {
    private FormCall() {}

    /** Tells whether a request is a form by its method and content type. */
    public static boolean matches(WireRequest request) {
        return request.method().equals("POST")
                && ClaimReader.header(request, "content-type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent();
    }

    /** Returns the parameters of a call by form, in the body or in the URL. */
    public static QueryString parameters(WireRequest request) {
        if (request.method().equals("GET")) {
            return QueryString.parse(request.rawQuery());
        }
        return matches(request)
                ? QueryString.parse(new String(request.body(), StandardCharsets.UTF_8))
                : new QueryString(List.of());
    }
}
