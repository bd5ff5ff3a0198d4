package io.laguna.testing;

import io.laguna.emulator.lake.LakeClients;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/** The way from the interface of a service's client to a client. */
final class ClientOfType {
    private ClientOfType() {}

    static SdkClient create(Class<? extends SdkClient> type, LakeClients clients) {
        Object builder;
        try {
            builder = type.getMethod("builder").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new ParameterResolutionException(type + " is no client of an AWS service: it has no builder()", e);
        } catch (InvocationTargetException e) {
            throw new ParameterResolutionException(type + " cannot be built", e.getCause());
        }
        PathStyle.force(builder);
        return (SdkClient) clients.client((AwsClientBuilder<?, ?>) builder);
    }
}
