package io.laguna.emulator.lambda.url;

import io.laguna.emulator.lambda.request.FunctionName;
import software.amazon.awssdk.services.lambda.model.Cors;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;

/**
 * A function's URL in the state.
 *
 * @param function with the alias that is meant, if one is
 * @param configuration without the URL itself, which depends on where the lake answers
 */
record UrlRow(String id, FunctionName function, FunctionUrlConfig configuration) {
    /** Returns it as its owner sees it. */
    FunctionUrlConfig shown(String endpoint) {
        return configuration.toBuilder()
                .functionUrl(endpoint + UrlAddress.PATH + id + "/")
                .build();
    }

    boolean isOpen() {
        return configuration.authType() == FunctionUrlAuthType.NONE;
    }

    UrlCors cors() {
        Cors cors = configuration.cors();
        return new UrlCors(cors == null ? Cors.builder().build() : cors);
    }
}
