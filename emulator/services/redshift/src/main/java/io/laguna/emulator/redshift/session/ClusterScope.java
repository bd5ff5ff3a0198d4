package io.laguna.emulator.redshift.session;

import io.laguna.engines.server.DatabaseAccess;
import java.util.List;
import java.util.Optional;

/** A cluster or workgroup, as its sessions know it. */
public interface ClusterScope {
    /** Returns the cluster's identifier, or the workgroup's name. */
    String identifier();

    /** Tells whether it is a workgroup of Redshift Serverless. */
    boolean serverless();

    /** Returns the account that the cluster is in, of twelve digits. */
    String account();

    /** Returns the unique id of its namespace. */
    String namespace();

    String region();

    /** Returns the ARNs of the IAM roles that the cluster may take on now. */
    List<String> roles();

    /** Returns the ARN of the role that {@code IAM_ROLE default} means now. */
    Optional<String> defaultRole();

    /** Returns a database as the engine's superuser, for what has to be there whatever becomes of a transaction. */
    DatabaseAccess administrator(String database);
}
