package io.laguna.emulator.redshift.group;

import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import java.util.Locale;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupNotFoundException;

/** The parameter groups that operations name. */
final class ParameterGroupLookup {
    private ParameterGroupLookup() {}

    static ClusterParameters find(ResourceRecords records, String name) {
        String folded = folded(name);
        return ClusterParameters.find(records, folded).orElseThrow(() -> notFound(name));
    }

    static String folded(String name) {
        new Constraints()
                .present("ParameterGroupName", name)
                .text("ParameterGroupName", name)
                .check();
        return name.toLowerCase(Locale.ROOT);
    }

    static ClusterParameterGroupNotFoundException notFound(String name) {
        return ClusterParameterGroupNotFoundException.builder()
                .message("ParameterGroup not found: " + name)
                .build();
    }
}
