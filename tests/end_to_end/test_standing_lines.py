"""A publisher's standing line, through a whole build: what it changes and what it does not."""

LINE = "Over 40,000 homes read us"


def page(town: str) -> str:
    return (
        f"Council of {town} pays for the market roof\n\n"
        f"The council of {town} approved on Monday a loan of 14 million crowns for the roof of the "
        f"old market in {town}, its mayor said.\n\n"
        f"{LINE}\n\n"
        f"Nobody in {town} was hurt when it came down in the storm of the winter fair.\n"
    )


def put_page(house, number: int, town: str) -> None:
    house.put(f"{number}.txt", page(town))
    house.put(f"{number}.txt.source.yaml", "publisher: Upland Chronicle\n")


def test_a_third_page_makes_a_line_boilerplate_and_moves_no_fact(house):
    put_page(house, 1, "Tavrin")
    put_page(house, 2, "Orlova")
    house.build()
    told = "SELECT count(*) FROM mart_figure WHERE value = 40000"
    facts = "SELECT figure_id, value, char_start FROM fct_figure WHERE value = 40000 ORDER BY ALL"
    assert house.query(told) == [(2,)]
    before = house.query(facts)
    put_page(house, 3, "Halden")
    house.build()
    assert house.query(told) == [(0,)]
    assert set(before) <= set(house.query(facts))
    assert house.query(
        "SELECT source_path, paragraph_count, is_used, example FROM mart_cleaning "
        "WHERE rule_id = 'repeated_by_publisher' ORDER BY ALL"
    ) == [(f"{number}.txt", 1, False, LINE) for number in (1, 2, 3)]
    assert house.query(
        "SELECT count(*) FROM meta_relink WHERE column_name = 'is_boilerplate' "
        "AND old_value = 'false' AND new_value = 'true'"
    ) == [(2,)]
