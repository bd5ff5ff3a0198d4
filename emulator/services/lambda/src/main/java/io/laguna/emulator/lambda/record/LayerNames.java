package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The layers that a function names by their ARNs. */
public final class LayerNames {
    private static final Pattern VERSION =
            Pattern.compile("arn:[a-zA-Z0-9-]+:lambda:([a-zA-Z0-9-]+):(\\d{12}):layer:([a-zA-Z0-9-_]+):([0-9]{1,18})");

    private LayerNames() {}

    /**
     * Returns the version of a layer that an ARN names.
     *
     * @throws software.amazon.awssdk.services.lambda.model.InvalidParameterValueException when it is not here
     */
    public static LayerRow require(Handle handle, String arn) {
        Matcher parts = matched(arn);
        Caller owner = new Caller(parts.group(2), parts.group(1));
        return new LayerRecords(handle)
                .find(owner, parts.group(3), Long.parseLong(parts.group(4)))
                .orElseThrow(() -> Failures.invalid("Layer version " + arn
                        + " does not exist. Laguna reaches no layer of AWS's or of other accounts there: publish its"
                        + " zip file with publish-layer-version, and name the version that comes of it."));
    }

    /** Returns the layers that ARNs name, in their order; two versions of one layer are refused. */
    public static List<LayerRow> requireAll(Handle handle, List<String> arns) {
        List<LayerRow> layers = arns.stream().map(arn -> require(handle, arn)).toList();
        if (layers.stream().map(LayerRow::layer).distinct().count() < layers.size()) {
            throw Failures.invalid(
                    "Two different versions of the same layer are not allowed to be referenced in the same"
                            + " function. " + String.join(", ", arns));
        }
        return layers;
    }

    /** Returns the parts of the ARN of a version: region, account, name, number. */
    public static Matcher matched(String arn) {
        new Constraints()
                .present("arn", arn)
                .length("arn", arn, 1, 140)
                .pattern("arn", arn, VERSION)
                .check();
        Matcher parts = VERSION.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalStateException("The pattern of layers was checked");
        }
        return parts;
    }
}
