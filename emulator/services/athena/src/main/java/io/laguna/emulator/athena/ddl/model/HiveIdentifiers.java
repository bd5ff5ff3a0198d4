package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Words;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.apache.spark.sql.catalyst.parser.SqlBaseParserBaseListener;

/**
 * The check that refuses identifiers which have to stand in backticks: reserved keywords and names that begin with an
 * underscore.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html">Escape reserved keywords</a>
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html">Names</a>
 */
public final class HiveIdentifiers extends SqlBaseParserBaseListener {
    /**
     * The reserved keywords: the page's list without those that AWS's own statements on other pages leave without
     * backticks: DAYOFWEEK, START, TIME and TIMESTAMP, in the tables of flight delays, VPC flow logs, CloudFront's and
     * load balancers' logs.
     */
    private static final Set<String> RESERVED = Set.of(
            "ALL,ALTER,AND,ARRAY,AS,AUTHORIZATION,BETWEEN,BIGINT,BINARY,BOOLEAN,BOTH,BY,CASE,CASHE,CAST,CHAR,COLUMN,"
                    .concat("CONF,CONSTRAINT,COMMIT,CREATE,CROSS,CUBE,CURRENT,CURRENT_DATE,CURRENT_TIMESTAMP,CURSOR,")
                    .concat("DATABASE,DATE,DECIMAL,DELETE,DESCRIBE,DISTINCT,DIV,DOUBLE,DROP,ELSE,END,")
                    .concat("EXCHANGE,EXISTS,EXTENDED,EXTERNAL,EXTRACT,FALSE,FETCH,FLOAT,FLOOR,FOLLOWING,FOR,FOREIGN,")
                    .concat("FROM,FULL,FUNCTION,GRANT,GROUP,GROUPING,HAVING,IF,IMPORT,IN,INNER,INSERT,INT,INTEGER,")
                    .concat("INTERSECT,INTERVAL,INTO,IS,JOIN,LATERAL,LEFT,LESS,LIKE,LOCAL,MACRO,MAP,MORE,NONE,NOT,")
                    .concat("NULL,NUMERIC,OF,ON,ONLY,OR,ORDER,OUT,OUTER,OVER,PARTIALSCAN,PARTITION,PERCENT,PRECEDING,")
                    .concat("PRECISION,PRESERVE,PRIMARY,PROCEDURE,RANGE,READS,REDUCE,REGEXP,REFERENCES,REVOKE,RIGHT,")
                    .concat("RLIKE,ROLLBACK,ROLLUP,ROW,ROWS,SELECT,SET,SMALLINT,TABLE,TABLESAMPLE,THEN,TO,")
                    .concat("TRANSFORM,TRIGGER,TRUE,TRUNCATE,UNBOUNDED,UNION,UNIQUEJOIN,UPDATE,USER,USING,")
                    .concat("UTC_TIMESTAMP,VALUES,VARCHAR,VIEWS,WHEN,WHERE,WINDOW,WITH")
                    .split(",", -1));

    /**
     * The words that are names in a CREATE TABLE of Iceberg's, which Athena's own engine reads: those that its queries do
     * not reserve. The tests of AWS SDK for pandas have a column {@code partition} without backticks there.
     */
    private static final Set<String> NAMES_IN_ICEBERG = Set.of(
            "ALL,ARRAY,AUTHORIZATION,BIGINT,BINARY,BOOLEAN,BOTH,CASHE,CHAR,COLUMN,COMMIT,CONF,CURRENT,CURSOR,DATABASE,DATE,"
                    .concat(
                            "DECIMAL,DIV,DOUBLE,EXCHANGE,EXTENDED,EXTERNAL,FETCH,FLOAT,FLOOR,FOLLOWING,FOREIGN,FUNCTION,")
                    .concat(
                            "GRANT,IF,IMPORT,INT,INTEGER,INTERVAL,LATERAL,LESS,LOCAL,MACRO,MAP,MORE,NONE,NUMERIC,OF,ONLY,")
                    .concat(
                            "OUT,OVER,PARTIALSCAN,PARTITION,PERCENT,PRECEDING,PRECISION,PRESERVE,PRIMARY,PROCEDURE,RANGE,")
                    .concat(
                            "READS,REDUCE,REFERENCES,REGEXP,REVOKE,RLIKE,ROLLBACK,ROW,ROWS,SET,SMALLINT,TABLESAMPLE,TO,")
                    .concat(
                            "TRANSFORM,TRIGGER,TRUNCATE,UNBOUNDED,UNIQUEJOIN,UPDATE,USER,UTC_TIMESTAMP,VARCHAR,VIEWS,WINDOW")
                    .split(",", -1));

    private final Words words;
    private boolean iceberg;

    public HiveIdentifiers(Words words) {
        this.words = words;
    }

    @Override
    public void enterCreateTable(SqlBaseParser.CreateTableContext statement) {
        iceberg = statement.createTableHeader().EXTERNAL() == null;
    }

    static boolean needBackticks(String name) {
        return RESERVED.contains(name.toUpperCase(Locale.ROOT)) || name.startsWith("_");
    }

    @Override
    public void enterIdentifier(SqlBaseParser.IdentifierContext identifier) {
        Token token = identifier.getStart();
        String text = token.getText();
        boolean name = !text.startsWith("`")
                && !(identifier.getParent() instanceof SqlBaseParser.ApplyTransformContext)
                && !(identifier.getParent() instanceof SqlBaseParser.TypeContext);
        boolean allowed = iceberg && NAMES_IN_ICEBERG.contains(text.toUpperCase(Locale.ROOT));
        if (name && needBackticks(text) && !allowed) {
            throw Failures.syntax(words, token, "");
        }
    }

    /** Refuses {@code my-table} without backticks. */
    @Override
    public void enterErrorIdent(SqlBaseParser.ErrorIdentContext identifier) {
        throw Failures.syntax(words, identifier.getStart(), "");
    }
}
