/*
 * The same in C++: what the library gives is freed by its owner.
 *
 *	c++ -std=c++17 -o clean clean.cpp $(pkg-config --cflags --libs copydesk)
 *	./clean <article.txt
 */
#include <copydesk.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

class Copydesk {
public:
	Copydesk()
	{
		cd_desk *desk = nullptr;
		const cd_status status = cd_desk_new(nullptr, &desk);

		desk_.reset(desk);
		if (status != CD_OK)
			throw std::runtime_error(cd_status_text(status));
	}

	struct Cleaned {
		std::string text;
		std::vector<std::string> findings;
	};

	/* Threads may share one Copydesk: each call has a result of its own. */
	Cleaned clean(const std::string &bytes) const
	{
		cd_result *made = nullptr;
		const cd_status status =
			cd_run(desk_.get(), bytes.data(), bytes.size(), &made);
		const std::unique_ptr<cd_result, FreeResult> result(made);
		const cd_finding *findings = nullptr;
		size_t count = 0;
		Cleaned cleaned;

		if (status != CD_OK)
			throw std::runtime_error(cd_status_text(status));
		const cd_span text = cd_text(result.get());
		cleaned.text.assign(text.bytes, text.len);
		if (cd_findings(result.get(), &findings, &count) != CD_OK)
			throw std::bad_alloc();
		for (size_t i = 0; i < count; i++)
			cleaned.findings.push_back(
				std::to_string(findings[i].line) + ":" +
				std::to_string(findings[i].col) + ": " +
				findings[i].rule->name + ": " +
				findings[i].message);
		return cleaned;
	}

private:
	struct FreeDesk {
		void operator()(cd_desk *desk) const { cd_desk_free(desk); }
	};
	struct FreeResult {
		void operator()(cd_result *result) const
		{
			cd_result_free(result);
		}
	};
	std::unique_ptr<cd_desk, FreeDesk> desk_;
};

int main()
{
	const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
	const Copydesk copydesk;
	const auto cleaned = copydesk.clean(bytes);

	std::cout << cleaned.text << std::flush;
	for (const auto &finding : cleaned.findings)
		std::cerr << finding << "\n";
	return std::cout ? 0 : 2;
}
