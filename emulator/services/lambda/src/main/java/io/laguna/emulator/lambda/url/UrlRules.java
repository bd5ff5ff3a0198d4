package io.laguna.emulator.lambda.url;

import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.model.Cors;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvokeMode;

/**
 * The rules for the members of functions' URLs.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html">CreateFunctionUrlConfig</a>
 */
final class UrlRules {
    private static final int MOST = 100;
    private static final int MOST_METHODS = 6;
    private static final int LONGEST_AGE = 86_400;
    private static final Pattern QUALIFIER = Pattern.compile("((?!^\\d+$)^[0-9a-zA-Z-_]+$)");

    private UrlRules() {}

    static void qualifier(String qualifier) {
        new Constraints()
                .length("qualifier", qualifier, 1, 128)
                .pattern("qualifier", qualifier, QUALIFIER)
                .check();
    }

    static void check(String authType, String mode, Optional<Cors> cors) {
        new Constraints()
                .oneOf("authType", authType, FunctionUrlAuthType.knownValues())
                .oneOf("invokeMode", mode, InvokeMode.knownValues())
                .check();
        if (InvokeMode.RESPONSE_STREAM.toString().equals(mode)) {
            throw Failures.notBuilt("streamed responses. Use the invoke mode BUFFERED");
        }
        cors.ifPresent(given -> {
            new Constraints()
                    .range("cors.maxAge", given.maxAge(), 0, LONGEST_AGE)
                    .check();
            texts("cors.allowHeaders", given.allowHeaders(), MOST, 0, 1024);
            texts("cors.allowMethods", given.allowMethods(), MOST_METHODS, 0, 6);
            texts("cors.allowOrigins", given.allowOrigins(), MOST, 1, 253);
            texts("cors.exposeHeaders", given.exposeHeaders(), MOST, 0, 1024);
        });
    }

    private static void texts(String path, List<String> values, int most, int shortest, int longest) {
        new Constraints().size(path, values, 0, most).check();
        values.forEach(value -> new Constraints()
                .length(path + ".member", value, shortest, longest)
                .check());
    }
}
