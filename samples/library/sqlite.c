/*
 * copydesk in SQLite: a loadable extension with two functions.
 *
 *	copydesk(TEXT)           the clean text
 *	copydesk_findings(TEXT)  a JSON array of what was found: objects with
 *	                         "line", "col", "rule" and "message"
 *
 * NULL stays NULL. Build and use it:
 *
 *	cc -shared -fPIC -o copydesk.so sqlite.c \
 *		$(pkg-config --cflags --libs copydesk)
 *	sqlite3 corpus.db
 *	.load ./copydesk
 *	UPDATE article SET body = copydesk(body);
 *	SELECT value ->> 'rule' AS rule, count(*)
 *		FROM article, json_each(copydesk_findings(body))
 *		GROUP BY rule ORDER BY 2 DESC;
 */
#include <copydesk.h>
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

/* NULL: the argument is NULL, or an error that is told. */
static struct cd_result *run(sqlite3_context *context, sqlite3_value *argument)
{
	const struct cd_desk *desk = sqlite3_user_data(context);
	struct cd_result *result = NULL;
	enum cd_status status;
	const char *bytes;

	if (sqlite3_value_type(argument) == SQLITE_NULL)
		return NULL;
	bytes = (const char *)sqlite3_value_text(argument);
	status = bytes ? cd_run(desk, bytes,
				(size_t)sqlite3_value_bytes(argument), &result)
		       : CD_NOMEM;
	if (status == CD_OK)
		return result;
	sqlite3_result_error(context, cd_status_text(status), -1);
	cd_result_free(result);
	return NULL;
}

static void clean(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct cd_result *result = run(context, values[0]);

	(void)count;
	if (result && cd_text(result).len)
		sqlite3_result_text64(context, cd_text(result).bytes,
				      cd_text(result).len, SQLITE_TRANSIENT,
				      SQLITE_UTF8);
	else if (result)
		sqlite3_result_text(context, "", 0, SQLITE_STATIC);
	cd_result_free(result);
}

/* As a JSON string. */
static void append_string(sqlite3_str *json, const char *text)
{
	sqlite3_str_appendchar(json, 1, '"');
	for (; *text; text++) {
		const unsigned char byte = (unsigned char)*text;

		if (byte < 0x20)
			sqlite3_str_appendf(json, "\\u%04x", byte);
		else if (byte == '"' || byte == '\\')
			sqlite3_str_appendf(json, "\\%c", byte);
		else
			sqlite3_str_appendchar(json, 1, *text);
	}
	sqlite3_str_appendchar(json, 1, '"');
}

static void append_finding(sqlite3_str *json, const struct cd_finding *finding)
{
	sqlite3_str_appendf(json, "{\"line\":%llu,\"col\":%llu,\"rule\":",
			    (sqlite3_uint64)finding->line,
			    (sqlite3_uint64)finding->col);
	append_string(json, finding->rule->name);
	sqlite3_str_appendall(json, ",\"message\":");
	append_string(json, finding->message);
	sqlite3_str_appendchar(json, 1, '}');
}

/* The findings as JSON; owned: sqlite3_free(). NULL: memory ran out. */
static char *findings_json(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;
	sqlite3_str *json;

	if (cd_findings(result, &findings, &count) != CD_OK)
		return NULL;
	json = sqlite3_str_new(NULL);
	sqlite3_str_appendchar(json, 1, '[');
	for (size_t i = 0; i < count; i++) {
		sqlite3_str_appendall(json, i ? "," : "");
		append_finding(json, &findings[i]);
	}
	sqlite3_str_appendchar(json, 1, ']');
	return sqlite3_str_finish(json);
}

static void find(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct cd_result *result = run(context, values[0]);
	char *json = result ? findings_json(result) : NULL;

	(void)count;
	if (json)
		sqlite3_result_text(context, json, -1, sqlite3_free);
	else if (result)
		sqlite3_result_error_nomem(context);
	cd_result_free(result);
}

static void free_desk(void *desk)
{
	cd_desk_free(desk);
}

/* Each function has a desk of its own, which SQLite frees with it. */
static int add(sqlite3 *db, const char *name,
	       void (*function)(sqlite3_context *, int, sqlite3_value **))
{
	struct cd_desk *desk;

	if (cd_desk_new(NULL, &desk) != CD_OK) {
		cd_desk_free(desk);
		return SQLITE_NOMEM;
	}
	return sqlite3_create_function_v2(
		db, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, desk, function,
		NULL, NULL, free_desk);
}

int sqlite3_copydesk_init(sqlite3 *db, char **error,
			  const sqlite3_api_routines *api);

int sqlite3_copydesk_init(sqlite3 *db, char **error,
			  const sqlite3_api_routines *api)
{
	int status;

	(void)error;
	SQLITE_EXTENSION_INIT2(api);
	status = add(db, "copydesk", clean);
	if (status == SQLITE_OK)
		status = add(db, "copydesk_findings", find);
	return status;
}
