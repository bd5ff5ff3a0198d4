package io.laguna.emulator.apigateway.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.UnauthorizedCacheControlHeaderStrategy;

/**
 * The settings of a stage's methods: logs of executions, metrics, throttling and caches. They are kept by the path and the verb
 * that patches name, and have no effect.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html">Patch operations</a>
 */
final class MethodSettings {
    private static final String METHOD = ".+/(?:GET|PUT|POST|DELETE|HEAD|OPTIONS|PATCH|ANY|\\*)";
    private static final Pattern WHOLE = Pattern.compile("/(" + METHOD + ")");
    private static final Pattern ONE =
            Pattern.compile("/(" + METHOD + ")/((?:logging|metrics|throttling|caching)/[^/]+)");
    private static final Set<String> LEVELS = Set.of("OFF", "ERROR", "INFO");

    private static final MethodSetting NEW = MethodSetting.builder()
            .metricsEnabled(false)
            .loggingLevel("OFF")
            .dataTraceEnabled(false)
            .throttlingBurstLimit(-1)
            .throttlingRateLimit(-1.0)
            .cachingEnabled(false)
            .cacheTtlInSeconds(300)
            .cacheDataEncrypted(false)
            .requireAuthorizationForCacheControl(true)
            .unauthorizedCacheControlHeaderStrategy(UnauthorizedCacheControlHeaderStrategy.SUCCEED_WITH_RESPONSE_HEADER)
            .build();

    private MethodSettings() {}

    /**
     * Tells whether a patch is about settings of methods.
     *
     * @param others the members of a stage that have parts too
     */
    static boolean isOne(PatchOperation operation, Set<String> others) {
        String path = Optional.ofNullable(operation.path()).orElse("");
        boolean removes = operation.op() == Op.REMOVE && WHOLE.matcher(path).matches();
        return (removes || ONE.matcher(path).matches()) && !others.contains(path.split("/", 3)[1]);
    }

    /** Returns settings after patches of them. */
    static Map<String, MethodSetting> patched(Map<String, MethodSetting> before, List<PatchOperation> operations) {
        Map<String, MethodSetting> settings = new HashMap<>(before);
        for (PatchOperation operation : operations) {
            Matcher one = ONE.matcher(operation.path());
            if (one.matches()) {
                MethodSetting setting = settings.getOrDefault(one.group(1), NEW);
                settings.put(one.group(1), changed(setting, one.group(2), operation));
            } else if (settings.remove(operation.path().substring(1)) == null) {
                throw RestFailures.bad("Cannot remove method setting "
                        + operation.path().substring(1) + " because there is no method setting for this method");
            }
        }
        return settings;
    }

    private static MethodSetting changed(MethodSetting setting, String name, PatchOperation operation) {
        if (operation.op() != Op.REPLACE) {
            throw invalid(operation, "A setting can be replaced");
        }
        MethodSetting.Builder changed = setting.toBuilder();
        return switch (name) {
            case "metrics/enabled" -> changed.metricsEnabled(flag(operation)).build();
            case "logging/loglevel" -> changed.loggingLevel(level(operation)).build();
            case "logging/dataTrace" -> changed.dataTraceEnabled(flag(operation))
                    .build();
            case "throttling/burstLimit" -> changed.throttlingBurstLimit((int) number(operation))
                    .build();
            case "throttling/rateLimit" -> changed.throttlingRateLimit(number(operation))
                    .build();
            case "caching/enabled" -> changed.cachingEnabled(flag(operation)).build();
            case "caching/ttlInSeconds" -> changed.cacheTtlInSeconds((int) number(operation))
                    .build();
            case "caching/dataEncrypted" -> changed.cacheDataEncrypted(flag(operation))
                    .build();
            case "caching/requireAuthorizationForCacheControl" -> changed.requireAuthorizationForCacheControl(
                            flag(operation))
                    .build();
            case "caching/unauthorizedCacheControlHeaderStrategy" -> changed.unauthorizedCacheControlHeaderStrategy(
                            strategy(operation))
                    .build();
            default -> throw invalid(operation, "There is no such setting");
        };
    }

    private static boolean flag(PatchOperation operation) {
        String text = value(operation);
        if (!text.matches("(?i)true|false")) {
            throw invalid(operation, "The value must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static double number(PatchOperation operation) {
        String text = value(operation);
        if (!text.matches("-1(\\.0*)?|\\d{1,9}(\\.\\d{1,9})?")) {
            throw invalid(operation, "The value must be a number, or -1 for no limit");
        }
        return Double.parseDouble(text);
    }

    private static String level(PatchOperation operation) {
        String text = value(operation);
        if (!LEVELS.contains(text)) {
            throw invalid(operation, "The value must be one of OFF, ERROR, INFO");
        }
        return text;
    }

    private static String strategy(PatchOperation operation) {
        if (UnauthorizedCacheControlHeaderStrategy.fromValue(value(operation))
                == UnauthorizedCacheControlHeaderStrategy.UNKNOWN_TO_SDK_VERSION) {
            throw invalid(
                    operation, "The value must be one of " + UnauthorizedCacheControlHeaderStrategy.knownValues());
        }
        return value(operation);
    }

    private static String value(PatchOperation operation) {
        return Optional.ofNullable(operation.value()).orElse("");
    }

    private static RuntimeException invalid(PatchOperation operation, String why) {
        return RestFailures.bad("Invalid method setting '" + operation.path() + "': " + why);
    }
}
