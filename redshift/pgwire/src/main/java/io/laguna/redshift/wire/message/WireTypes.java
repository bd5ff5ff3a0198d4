package io.laguna.redshift.wire.message;

/**
 * The object ids of types that Redshift has otherwise than PostgreSQL, in both directions. VARBYTE is {@code bytea} here; SUPER
 * is a type of the engine with Redshift's own object id, and {@code jsonb} where one is left over.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html">Data types</a>
 */
public final class WireTypes {
    static final int BYTEA = 17;
    static final int JSONB = 3802;
    private static final int TEXT = 25;
    private static final int JSON = 114;
    private static final int VARCHAR = 1043;
    private static final int UUID = 2950;
    static final int SUPER = 4000;
    private static final int VARBYTE = 6551;

    private WireTypes() {}

    /** Returns the type that a client is told for one of PostgreSQL's. */
    public static int toClient(int type) {
        return switch (type) {
            case TEXT, JSON, UUID -> VARCHAR;
            case BYTEA -> VARBYTE;
            case JSONB -> SUPER;
            default -> type;
        };
    }

    /** Returns PostgreSQL's type for one that a client has named. */
    public static int toEngine(int type) {
        return switch (type) {
            case VARBYTE -> BYTEA;
            default -> type;
        };
    }
}
