package io.laguna.glue.record;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;

/** A place in the user's script, and what the user says about it: what an error record names as its origin. */
@DefaultSerializer(JavaSerializer.class)
public record CallSite(String site, String info) implements Serializable {

    public static final CallSite NOT_PROVIDED = new CallSite("Not provided", "");
}
