"""Which countries' money goes by a name or sign that several have, and the words for each."""

from typing import Final

# Names that several countries' money has: the code when the text speaks of none of them, and
# the countries with the words that speak of each.
SHARED_NAMES: Final[dict[str, tuple[str, dict[str, tuple[str, ...]]]]] = {
    "rupee": ("INR", {
        "INR": ("India", "Delhi", "Mumbai", "Modi"),
        "PKR": ("Pakistan", "Islamabad", "Karachi", "Lahore"),
        "LKR": ("Sri Lanka", "Colombo"),
        "NPR": ("Nepal", "Kathmandu"),
        "MUR": ("Mauriti", "Port Louis"),
        "SCR": ("Seychell",),
    }),
    "franc": ("CHF", {
        "CHF": ("Swiss", "Switzerland", "Zurich", "Geneva"),
        "XOF": ("Senegal", "Ivory Coast", "Mali", "Burkina", "Benin", "Togo"),
        "XAF": ("Cameroon", "Chad", "Gabon", "Central African"),
        "RWF": ("Rwanda", "Kigali"),
        "CDF": ("Congo", "Kinshasa"),
        "BIF": ("Burundi",),
        "GNF": ("Guinea", "Conakry"),
        "FRF": ("France", "French", "Paris"),
        "BEF": ("Belgi", "Brussels"),
    }),
    "peso": ("XXX", {
        "MXN": ("Mexic",),
        "PHP": ("Philippine", "Manila", "Filipin"),
        "ARS": ("Argentin", "Buenos Aires"),
        "CLP": ("Chile", "Santiago"),
        "COP": ("Colombia", "Bogot"),
        "CUP": ("Cuba", "Havana"),
        "DOP": ("Dominican Republic", "Santo Domingo"),
        "UYU": ("Uruguay", "Montevideo"),
    }),
    "dinar": ("XXD", {
        "KWD": ("Kuwait",),
        "JOD": ("Jordan", "Amman"),
        "IQD": ("Iraq", "Baghdad"),
        "DZD": ("Algeria", "Algiers"),
        "TND": ("Tunis",),
        "LYD": ("Libya", "Tripoli"),
        "BHD": ("Bahrain", "Manama"),
        "RSD": ("Serbia", "Belgrade"),
    }),
    "shilling": ("KES", {
        "KES": ("Kenya", "Nairobi"),
        "UGX": ("Uganda", "Kampala"),
        "TZS": ("Tanzania", "Dar es Salaam"),
        "SOS": ("Somali", "Mogadishu"),
        "ATS": ("Austria", "Vienna"),
    }),
    "rial": ("IRR", {
        "IRR": ("Iran", "Tehran"),
        "OMR": ("Oman", "Muscat"),
        "YER": ("Yemen", "Sanaa"),
    }),
    "riyal": ("SAR", {
        "SAR": ("Saudi", "Riyadh"),
        "QAR": ("Qatar", "Doha"),
        "YER": ("Yemen", "Sanaa"),
    }),
    "dirham": ("AED", {
        "AED": ("UAE", "Emirates", "Dubai", "Abu Dhabi"),
        "MAD": ("Morocc", "Rabat"),
    }),
    "lira": ("TRY", {
        "TRY": ("Turk", "Ankara", "Istanbul"),
        "LBP": ("Leban", "Beirut"),
        "SYP": ("Syria", "Damascus"),
        "ITL": ("Ital", "Rome"),
    }),
    "pound": ("GBP", {
        "GBP": ("Britain", "British", "U.K.", "UK", "London", "England", "Scotland", "Wales", "£"),
        "EGP": ("Egypt", "Cairo"),
        "SYP": ("Syria", "Damascus"),
        "LBP": ("Leban", "Beirut"),
        "SDG": ("Sudan", "Khartoum"),
        "SSP": ("South Sudan", "Juba"),
        "IEP": ("Ireland", "Irish", "Dublin"),
    }),
}  # fmt: skip

# Signs that follow the country's letter in either order are resolved by these words.
DOLLAR_COUNTRIES: Final = {
    "AUD": ("Australia", "Sydney", "Melbourne", "Canberra", "Brisbane"),
    "CAD": ("Canada", "Canadian", "Toronto", "Ottawa", "Ontario", "Quebec", "Alberta"),
    "NZD": ("New Zealand", "Auckland", "Wellington"),
    "HKD": ("Hong Kong",),
    "SGD": ("Singapore",),
    "TWD": ("Taiwan", "Taipei"),
}
AMERICAN: Final = (
    "U.S.", "United States", "US ", "USA", "America", "Washington", "New York", "Wall Street",
    "California", "Texas", "Florida", "Federal Reserve", "US$",
)  # fmt: skip
