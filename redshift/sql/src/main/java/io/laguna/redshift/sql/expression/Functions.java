package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Redshift's functions that PostgreSQL lacks or understands otherwise: by name, how a call is written for PostgreSQL. */
final class Functions {
    /** How calls of a function are rewritten. */
    private interface Rule {
        List<Node> rewrite(Call call);
    }

    /** Functions of the schema laguna, which are called as they are written. */
    private static final String OWN =
            """
            add_months array_concat array_flatten bpcharcmp bttext_pattern_cmp can_json_parse charindex concat
            convert_timezone crc32 current_user_id date_cmp date_cmp_timestamp date_cmp_timestamptz
            date_part_year difference fnv_hash from_hex from_varbyte func_sha1 get_array_length getdate
            interval_cmp is_array is_bigint is_boolean is_char is_decimal is_float is_integer is_object is_scalar
            is_smallint is_valid_json is_valid_json_array is_varchar json_parse json_serialize json_size json_typeof
            last_day len median months_between next_day ntile
            regexp_count regexp_instr regexp_replace regexp_substr replicate round sha sha1 sha2 soundex split_to_array
            strtol subarray textlen timestamp_cmp timestamp_cmp_date
            timestamp_cmp_timestamptz timestamptz_cmp timestamptz_cmp_date timestamptz_cmp_timestamp to_varbyte trunc
            octetindex array_distinct array_except array_intersection array_sort array_union arrays_overlap checksum
            current_aws_account current_namespace decimal_precision decimal_scale default_iam_role farmfingerprint64
            get_number_attributes getbit json_serialize_to_varbyte lower_attribute_names murmur3_32_hash
            role_is_member_of text_to_int_alt text_to_numeric_alt to_date to_hex
            upper_attribute_names user_is_member_of
            db_collation exp quote_literal ln log pow power sqrt to_timestamp version
            """;

    /** The functions whose values another database has: it is asked once for a statement. */
    static final List<String> ONCE = List.of(
            "pg_last_copy_count", "pg_last_copy_id", "pg_last_query_id", "pg_last_unload_count", "pg_last_unload_id");

    private static final Map<String, Rule> RULES = rules();

    private Functions() {}

    /** Returns what a call becomes, or nothing when PostgreSQL takes it as it is. */
    static Optional<List<Node>> rewrite(Call call) {
        return Optional.ofNullable(RULES.get(call.name().word())).map(rule -> rule.rewrite(call));
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        for (String name : OWN.strip().split("\\s+", -1)) {
            rules.put(name, Functions::own);
        }
        for (String name : ONCE) {
            rules.put(name, Functions::once);
        }
        rules.put("nvl", call -> renamed(call, "COALESCE"));
        rules.put("ifnull", call -> renamed(call, "COALESCE"));
        rules.put("isnull", call -> renamed(call, "COALESCE"));
        rules.put("dexp", call -> renamed(call, "laguna.exp"));
        rules.put("dlog1", call -> renamed(call, "laguna.ln"));
        rules.put("dlog10", call -> renamed(call, "laguna.log"));
        rules.put("current_setting", Settings::rewrite);
        rules.put("set_config", Settings::rewrite);
        rules.put("nvl2", Functions::nvl2);
        rules.put("decode", Functions::decode);
        rules.put("convert", Functions::convert);
        rules.put("extract", Functions::extract);
        rules.put("array", SuperCalls::array);
        rules.put("avg", Aggregates::avg);
        rules.put("collate", Functions::collate);
        for (String name : List.of("array_contains", "array_position", "array_positions")) {
            rules.put(name, SuperCalls::withElement);
        }
        rules.put("object", SuperCalls::object);
        rules.put("hll", Functions::distinctCount);
        for (String name : List.of("dateadd", "datediff", "date_part", "date_trunc", "date_diff", "date_add")) {
            rules.put(name, Functions::datePart);
        }
        for (String name : List.of("datepart", "pgdate_part")) {
            rules.put(name, call -> datePart(call.named("date_part")));
        }
        for (String name : List.of("json_extract_path_text", "json_array_length", "json_extract_array_element_text")) {
            rules.put(name, Functions::json);
        }
        rules.putAll(Map.of(
                "listagg", Aggregates::listagg,
                "percentile_cont", Aggregates::percentile,
                "percentile_disc", Aggregates::percentile,
                "ratio_to_report", Aggregates::ratioToReport,
                "first_value", Aggregates::ignoringNulls,
                "last_value", Aggregates::ignoringNulls,
                "nth_value", Aggregates::ignoringNulls,
                "lag", Aggregates::ignoringNulls,
                "lead", Aggregates::ignoringNulls));
        return Map.copyOf(rules);
    }

    /** Returns the call of a function of the same name in the schema laguna. */
    static List<Node> own(Call call) {
        return own(call, UnaryOperator.identity());
    }

    static List<Node> own(Call call, UnaryOperator<List<Node>> arguments) {
        return Pieces.insteadOf(call.name())
                .text("laguna.")
                .node(call.name().withLead(""))
                .node(call.arguments()
                        .withItems(arguments.apply(call.arguments().items())))
                .nodes(call.suffix())
                .list();
    }

    /** Returns a call that asks another database as a subquery, for PostgreSQL to ask once and not for each row. */
    private static List<Node> once(Call call) {
        return Pieces.insteadOf(call.name())
                .group(Pieces.insteadOf(call.arguments())
                        .text("SELECT ")
                        .nodes(Pieces.trimmed(own(call)))
                        .list())
                .list();
    }

    private static List<Node> renamed(Call call, String name) {
        return Pieces.insteadOf(call.name())
                .text(name)
                .node(call.arguments())
                .nodes(call.suffix())
                .list();
    }

    private static List<Node> nvl2(Call call) {
        return Pieces.insteadOf(call.name())
                .text("CASE WHEN ")
                .operand(call.argument(0))
                .text(" IS NOT NULL THEN ")
                .nodes(Pieces.trimmed(call.argument(1)))
                .text(" ELSE ")
                .nodes(Pieces.trimmed(call.argument(2)))
                .text(" END")
                .list();
    }

    /** Writes DECODE as CASE; two nulls are equal in it. */
    private static List<Node> decode(Call call) {
        List<List<Node>> arguments = call.list();
        if (arguments.size() < 3) {
            throw SqlError.near(call.arguments().close());
        }
        Pieces pieces = Pieces.insteadOf(call.name()).text("CASE");
        int pairs = (arguments.size() - 1) / 2;
        for (int i = 0; i < pairs; i++) {
            List<Node> searched = arguments.get(1 + 2 * i);
            boolean isNull = searched.size() == 1 && searched.get(0).is("null");
            boolean literal = searched.size() == 1
                    && (searched.get(0).isOf(Kind.STRING) || searched.get(0).isOf(Kind.NUMBER));
            pieces.text(" WHEN ").operand(arguments.get(0));
            if (isNull) {
                pieces.text(" IS NULL");
            } else {
                pieces.text(literal ? " = " : " IS NOT DISTINCT FROM ").operand(searched);
            }
            pieces.text(" THEN ").nodes(Pieces.trimmed(arguments.get(2 + 2 * i)));
        }
        if (arguments.size() % 2 == 0) {
            pieces.text(" ELSE ").nodes(Pieces.trimmed(arguments.get(arguments.size() - 1)));
        }
        return pieces.text(" END").list();
    }

    /** Writes {@code CONVERT(type, value)} as a cast. */
    private static List<Node> convert(Call call) {
        List<List<Node>> arguments = call.list();
        if (arguments.size() != 2) {
            return Pieces.insteadOf(call.name())
                    .node(call.name())
                    .node(call.arguments())
                    .nodes(call.suffix())
                    .list();
        }
        List<Node> cast = Pieces.insteadOf(call.arguments())
                .nodes(Pieces.trimmed(arguments.get(1)))
                .text(" AS ")
                .nodes(Casts.type(
                        Pieces.trimmed(arguments.get(0)), call.arguments().close()))
                .list();
        return Pieces.insteadOf(call.name()).text("CAST").group(cast).list();
    }

    /** Writes {@code EXTRACT(part FROM value)} as a call whose result is a whole number, as Redshift's is. */
    private static List<Node> extract(Call call) {
        List<Node> items = call.arguments().items();
        if (items.size() < 3 || !items.get(1).is("from")) {
            throw SqlError.near(call.arguments().close());
        }
        List<Node> arguments = Pieces.insteadOf(items.get(0))
                .nodes(literal(items.subList(0, 1)))
                .text(",")
                .nodes(items.subList(2, items.size()))
                .text(", true")
                .list();
        return Pieces.insteadOf(call.name())
                .text("laguna.date_part")
                .node(call.arguments().withItems(arguments))
                .list();
    }

    /** Writes {@code COLLATE(value, 'case_insensitive')} as PostgreSQL's clause. */
    private static List<Node> collate(Call call) {
        boolean sensitive =
                switch (Printer.text(call.argument(1)).toLowerCase(Locale.ROOT)) {
                    case "'case_insensitive'", "'ci'" -> false;
                    case "'case_sensitive'", "'cs'" -> true;
                    default -> throw SqlError.near(call.argument(1).get(0).first());
                };
        List<Node> inner = Pieces.insteadOf(call.arguments())
                .operand(call.argument(0))
                .text(" COLLATE " + (sensitive ? "pg_catalog.\"default\"" : "laguna.case_insensitive"))
                .list();
        return Pieces.insteadOf(call.name()).group(Pieces.trimmed(inner)).list();
    }

    /** Writes HLL, an estimate, as the exact count that it estimates. */
    private static List<Node> distinctCount(Call call) {
        List<Node> arguments = Pieces.insteadOf(call.arguments())
                .text("DISTINCT ")
                .nodes(Pieces.trimmed(call.arguments().items()))
                .list();
        return Pieces.insteadOf(call.name())
                .text("count")
                .group(arguments)
                .nodes(call.suffix())
                .list();
    }

    /** Writes a date part, which may be a bare word, as a string. */
    private static List<Node> datePart(Call call) {
        List<List<Node>> arguments = call.list();
        if (arguments.isEmpty() || arguments.get(0).size() != 1) {
            return own(call);
        }
        return own(call, items -> {
            List<Node> changed = new ArrayList<>(items);
            changed.set(0, literal(arguments.get(0)).get(0));
            return changed;
        });
    }

    private static List<Node> literal(List<Node> part) {
        Node node = part.get(0);
        return node.isName()
                ? List.of(Token.made(
                        node.first().lead(),
                        Literals.quoted(node.first().name()),
                        node.first().place()))
                : part;
    }

    /** Moves the last argument, when it says whether invalid JSON is null, to the front. */
    private static List<Node> json(Call call) {
        List<List<Node>> arguments = call.list();
        List<Node> last = arguments.isEmpty() ? List.of() : arguments.get(arguments.size() - 1);
        String word = Printer.text(last).toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            return own(call);
        }
        return own(call, items -> Pieces.insteadOf(items.get(0))
                .text(word + ", ")
                .nodes(Pieces.trimmed(items.subList(0, items.size() - last.size() - 1)))
                .list());
    }
}
