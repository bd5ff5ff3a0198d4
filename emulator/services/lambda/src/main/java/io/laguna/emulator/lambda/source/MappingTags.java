package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.TagTable;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tags of event source mappings, over one connection to the state. */
public record MappingTags(Handle handle) {
    public TagTable table() {
        return new MappingRecords(handle).tags();
    }

    /**
     * Returns the id of a mapping that is there.
     *
     * @throws software.amazon.awssdk.services.lambda.model.ResourceNotFoundException when it is not
     */
    public UUID require(Caller owner, UUID id) {
        return MappingReads.require(handle, owner, id).id();
    }
}
