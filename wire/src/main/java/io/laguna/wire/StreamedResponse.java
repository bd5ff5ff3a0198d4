package io.laguna.wire;

import java.io.InputStream;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The response of an operation whose body is a stream: what goes into headers, and the body.
 *
 * @param body to be closed by whoever reads it
 */
public record StreamedResponse(SdkPojo response, InputStream body) implements SdkPojo {
    @Override
    public List<SdkField<?>> sdkFields() {
        return response.sdkFields();
    }
}
