package io.laguna.emulator.redshift.session;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Catalog;
import io.laguna.redshift.wire.order.Translation;
import io.laguna.redshift.wire.order.Translations;
import java.io.IOException;

/** The sessions of a cluster: each reads Redshift's SQL for the cluster's engine and carriers. */
public final class Sessions implements Translations {
    /** The folder in an engine's data that {@code asking.sql} reads. */
    public static final String DESK = "laguna-desk";

    private final ClusterScope cluster;
    private final Carriers carriers;

    public Sessions(ClusterScope cluster, Carriers carriers) {
        this.cluster = cluster;
        this.carriers = carriers;
    }

    @Override
    public Translation open(String role, String database, Catalog catalog) throws SqlFailure, IOException {
        Scope scope = new Scope(cluster, role, database, catalog);
        return SessionTranslation.open(new Orders(carriers, scope), scope);
    }
}
