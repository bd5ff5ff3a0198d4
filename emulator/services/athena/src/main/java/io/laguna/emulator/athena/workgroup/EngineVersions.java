package io.laguna.emulator.athena.workgroup;

import io.laguna.emulator.athena.request.Failures;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.EngineVersion;

/**
 * The engine versions of Athena. There is one here, Athena engine version 3, which is Trino.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/engine-versions.html">Athena engine versioning</a>
 */
final class EngineVersions {
    static final String AUTO = "AUTO";
    static final String VERSION_3 = "Athena engine version 3";

    private EngineVersions() {}

    static List<EngineVersion> all() {
        return List.of(version(AUTO), version(VERSION_3));
    }

    /**
     * Returns the version that runs for the one that a request asks for. The effective version in a request is ignored,
     * as the API says.
     *
     * @param asked null for AUTO
     */
    static EngineVersion of(EngineVersion asked) {
        String selected = Optional.ofNullable(asked)
                .map(EngineVersion::selectedEngineVersion)
                .orElse(AUTO);
        if (!selected.equals(AUTO) && !selected.equals(VERSION_3)) {
            throw Failures.invalid("SelectedEngineVersion " + selected + " is not implemented by Laguna: select " + AUTO
                    + " or " + VERSION_3 + ".");
        }
        return version(selected);
    }

    private static EngineVersion version(String selected) {
        return EngineVersion.builder()
                .selectedEngineVersion(selected)
                .effectiveEngineVersion(VERSION_3)
                .build();
    }
}
