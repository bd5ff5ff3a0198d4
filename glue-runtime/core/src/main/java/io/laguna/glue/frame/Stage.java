package io.laguna.glue.frame;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.laguna.glue.record.CallSite;
import java.io.Serializable;

/**
 * A step that makes a frame, as its call described it.
 *
 * @param context the user's {@code transformation_ctx}, empty when none was given
 * @param callSite where the call stands, and its {@code info}
 * @param stageThreshold how many errors of this step are allowed; 0 allows any number
 * @param totalThreshold how many errors of this and all steps before are allowed; 0 allows any number
 */
@DefaultSerializer(JavaSerializer.class)
public record Stage(String context, CallSite callSite, long stageThreshold, long totalThreshold)
        implements Serializable {

    /** A step of which nothing was said. */
    public static final Stage PLAIN = new Stage("", CallSite.NOT_PROVIDED, 0, 0);

    public Stage(String context, String site, String info, long stageThreshold, long totalThreshold) {
        this(context, new CallSite(site, info), stageThreshold, totalThreshold);
    }
}
