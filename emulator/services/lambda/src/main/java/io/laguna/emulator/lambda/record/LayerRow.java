package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.lambda.code.CodeHash;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

/**
 * A version of a layer in the state.
 *
 * @param layer the layer's own id
 * @param configuration what is told of it, without the place of its code
 */
public record LayerRow(
        long layer, Caller owner, String name, long number, GetLayerVersionResponse configuration, CodeHash code) {
    /** Returns the ARN of a layer. */
    public static String arn(Caller owner, String name) {
        return owner.arn("lambda", "layer:" + name);
    }

    public String versionArn() {
        return arn(owner, name) + ":" + number;
    }

    static GetLayerVersionResponse read(String json) {
        return ShapeJson.read(json, GetLayerVersionResponse.builder());
    }
}
