package io.laguna.glue.record;

import java.io.Serializable;

/** A place in the user's script, and what the user says about it: what an error record names as its origin. */
public record CallSite(String site, String info) implements Serializable {

    public static final CallSite NOT_PROVIDED = new CallSite("Not provided", "");
}
