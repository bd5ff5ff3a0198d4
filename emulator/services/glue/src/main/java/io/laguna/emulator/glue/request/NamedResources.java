package io.laguna.emulator.glue.request;

import io.laguna.emulator.kit.Caller;

/** The resources of a kind that have names in an account and a region, for rooms that have no other business with them. */
@FunctionalInterface
public interface NamedResources {
    /**
     * Checks that there is a resource of the name.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none
     */
    void require(Caller caller, String name);
}
