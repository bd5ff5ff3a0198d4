package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.FunctionName;
import java.util.UUID;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/**
 * An event source mapping: a queue, and the function that gets its messages.
 *
 * @param owner the account and the region of mapping, queue and function
 * @param wanted whether it is to be enabled
 * @param configuration without the state
 */
record Mapping(UUID id, Caller owner, boolean wanted, Stage stage, EventSourceMappingConfiguration configuration) {
    /** Returns the mapping as its owner sees it. */
    EventSourceMappingConfiguration shown() {
        return configuration.toBuilder().state(stage.word()).build();
    }

    QueueArn queue() {
        return QueueArn.of(configuration.eventSourceArn()).orElseThrow();
    }

    FunctionName function() {
        return FunctionName.of(owner, configuration.functionArn());
    }

    Mapping at(Stage next) {
        return new Mapping(id, owner, wanted, next, configuration);
    }

    /** Tells whether both were changed last by the same call. */
    boolean isSameAs(Mapping other) {
        return configuration.equals(other.configuration) && wanted == other.wanted;
    }
}
