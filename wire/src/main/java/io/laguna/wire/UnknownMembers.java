package io.laguna.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The members of structures that clients have sent and the SDK here does not know, because it is older than theirs. AWS's
 * services pass over what they do not know; each member is told once, so that its user learns that it has no effect.
 */
final class UnknownMembers {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownMembers.class);

    /** More than all new versions of the services bring; what clients make up is not kept for ever. */
    private static final int MOST = 500;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Consumer<String> told;

    /** Creates members that are told to Laguna's own log. */
    UnknownMembers() {
        this(member -> LOG.warn("{} is not known to this version of Laguna, and has no effect", member));
    }

    UnknownMembers(Consumer<String> told) {
        this.told = told;
    }

    /** Notes a member of a structure that is being read. */
    void note(SdkPojo builder, String name) {
        Class<?> structure = builder.getClass().getEnclosingClass();
        if (structure != null && seen.size() < MOST && NAME.matcher(name).matches()) {
            String member = structure.getSimpleName() + "." + name;
            if (seen.add(member)) {
                told.accept(member);
            }
        }
    }
}
