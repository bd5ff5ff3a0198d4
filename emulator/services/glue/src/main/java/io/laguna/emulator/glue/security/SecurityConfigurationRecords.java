package io.laguna.emulator.glue.security;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.SecurityConfiguration;

/** Security configurations in the state, over one connection to it. */
public record SecurityConfigurationRecords(Handle handle) {
    private static final String OF = " where account = ? and region = ?";

    /** Adds a configuration; tells whether there was none of the name. */
    boolean insert(Caller caller, SecurityConfiguration configuration) {
        return handle.execute(
                        "insert into glue_security_configuration (account, region, name, configuration)"
                                + " values (?, ?, ?, ?) on conflict do nothing",
                        caller.accountId(),
                        caller.region(),
                        configuration.name(),
                        ShapeJson.write(configuration))
                == 1;
    }

    /** Deletes a configuration; tells whether it was there. */
    boolean delete(Caller caller, String name) {
        return handle.execute(
                        "delete from glue_security_configuration" + OF + " and name = ?",
                        caller.accountId(),
                        caller.region(),
                        name)
                == 1;
    }

    Optional<SecurityConfiguration> find(Caller caller, String name) {
        return handle.select(
                        "select configuration from glue_security_configuration" + OF + " and name = ?",
                        caller.accountId(),
                        caller.region(),
                        name)
                .mapTo(String.class)
                .findFirst()
                .map(SecurityConfigurationRecords::read);
    }

    /** Returns all configurations of a caller in the order of their names' characters. */
    List<SecurityConfiguration> all(Caller caller) {
        return handle.select(
                        "select configuration from glue_security_configuration" + OF + " order by name collate \"C\"",
                        caller.accountId(),
                        caller.region())
                .mapTo(String.class)
                .map(SecurityConfigurationRecords::read)
                .list();
    }

    /**
     * Checks that a configuration is there that a definition names.
     *
     * @param name empty where it names none
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException when it is not
     */
    public void require(Caller caller, Optional<String> name) {
        name.filter(each -> !each.isEmpty() && find(caller, each).isEmpty()).ifPresent(each -> {
            throw Failures.invalid("Security configuration " + each + " not found.");
        });
    }

    static EntityNotFoundException missing(String name) {
        return Failures.notFound("Security configuration " + name + " not found.");
    }

    private static SecurityConfiguration read(String json) {
        return ShapeJson.read(json, SecurityConfiguration.builder());
    }
}
