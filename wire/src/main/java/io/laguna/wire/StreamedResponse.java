package io.laguna.wire;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The response of an operation whose body is a stream: the part that goes into headers, and the body. */
@SuppressWarnings("ArrayRecordComponent") // A body is handed on, never compared.
public record StreamedResponse(SdkPojo response, byte[] body) implements SdkPojo {
    @Override
    public List<SdkField<?>> sdkFields() {
        return response.sdkFields();
    }
}
