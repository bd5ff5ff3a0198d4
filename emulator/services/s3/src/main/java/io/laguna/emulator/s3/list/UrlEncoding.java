package io.laguna.emulator.s3.list;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Members;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;

/** Keys in answers, encoded for those who ask for it: XML cannot hold every character that a key can. */
public final class UrlEncoding {
    private UrlEncoding() {}

    /** Slashes stay; blanks are encoded as every reader of encoded texts takes them. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }

    /** Returns the encoding that a request wants for the keys of its answer. */
    static UnaryOperator<String> asked(SdkPojo request) {
        Optional<String> type = Members.text(request, "EncodingType");
        if (type.isEmpty()) {
            return UnaryOperator.identity();
        }
        if (!type.get().equals("url")) {
            throw Arguments.invalid("encoding-type", type.get(), "Invalid Encoding Method specified in Request");
        }
        return UrlEncoding::encode;
    }
}
