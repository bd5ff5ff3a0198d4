package io.laguna.emulator.redshift.server;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.CredentialRecord;
import io.laguna.emulator.redshift.record.CredentialRecords;
import io.laguna.emulator.redshift.session.EngineUsers;
import io.laguna.redshift.wire.login.Credentials;
import io.laguna.redshift.wire.login.Login;
import io.laguna.redshift.wire.login.Proof;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of a cluster: those of its engine by their passwords, and those of IAM by temporary credentials. */
public final class ClusterUsers implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterUsers.class);
    private static final Pattern OF_IAM = Pattern.compile("IAM[AR]?:.*");

    private final UUID namespace;
    private final EngineUsers users;
    private final State state;
    private final Clock clock;

    public ClusterUsers(UUID namespace, EngineUsers users, State state, Clock clock) {
        this.namespace = namespace;
        this.users = users;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public Optional<Login> find(String user, String database) {
        return OF_IAM.matcher(user).matches() ? temporary(user, database) : users.find(user, database);
    }

    /** Returns the user that temporary credentials stand for; any of those that are good now proves it. */
    private Optional<Login> temporary(String user, String database) {
        List<CredentialRecord> good =
                state.read(handle -> new CredentialRecords(handle).find(namespace, user, clock.instant())).stream()
                        .filter(record -> record.database()
                                .filter(one -> !one.equals(database))
                                .isEmpty())
                        .toList();
        try {
            return good.isEmpty() || !ready(good) ? Optional.empty() : Optional.of(login(user, good));
        } catch (SQLException e) {
            LOG.warn("The user {} of a Redshift cluster cannot be looked up: {}", user, e.getMessage());
            return Optional.empty();
        }
    }

    /** Tells whether the role is there, which is made where the credentials say so, and puts it into its groups. */
    private boolean ready(List<CredentialRecord> good) throws SQLException {
        CredentialRecord newest = good.get(good.size() - 1);
        if (good.stream().anyMatch(CredentialRecord::autoCreate)) {
            users.create(newest.role());
        }
        if (!users.exists(newest.role())) {
            return false;
        }
        for (CredentialRecord record : good) {
            users.join(record.role(), record.groups());
        }
        return true;
    }

    private static Login login(String user, List<CredentialRecord> good) {
        return new Login(good.get(0).role(), new Proof.ClearText(password -> good.stream()
                .anyMatch(record -> Proof.Md5.of(user, password).digest().equals(record.digest()))));
    }
}
