"""Events as several outlets tell them: templates of sentences, each fact with a right value and a wrong one. Templates only."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """One fact: its value, another value, and the sentences in which outlets tell it."""

    name: str
    right: str
    wrong: str
    phrasings: tuple[str, ...]


class Event(NamedTuple):
    """An event: its headline, facts that may be planted, sentences in which outlets differ without disagreeing."""

    title: str
    facts: tuple[Told, ...]
    decoys: tuple[tuple[str, ...], ...]
    padding: tuple[tuple[str, ...], ...]


EVENTS: tuple[Event, ...] = (
    Event(
        "Fire at the Marsten cold store",
        (
            Told("injured", "14", "41", (
                "{} people were injured in the fire at the Marsten cold store, the fire brigade said.",
                "The blaze at the cold store in Marsten left {} people injured.",
                "The fire brigade counted {} injured people after the Marsten cold store burned.")),
            Told("damage", "$3.2 million", "$5.7 million", (
                "The owner puts the damage to the building at {}.",
                "Damage to the building is estimated at {}, according to the owner, Polar Logistics.",
                "Polar Logistics, the owner, reported building damage of {}.")),
            Told("began", "Tuesday", "Wednesday", (
                "The fire broke out on {} evening in a hall where fish is packed.",
                "Flames were first seen on {} evening in the packing hall.",
                "It was on {} evening that the fire broke out in the packing hall, the company said.")),
            Told("chief", "Ingrid Solheim", "Ingrid Solhaug", (
                "Fire chief {} said the roof had come down within an hour.",
                "The roof came down within an hour, said fire chief {}.",
                "According to fire chief {}, the roof fell within an hour.")),
            Told("foam", "9,000 litres", "19,000 litres", (
                "Crews used {} of foam on the burning hall.",
                "The crews sprayed {} of foam over the hall.",
                "In all, {} of foam went onto the burning hall.")),
        ),
        (
            ("About 60 firefighters were at the scene.", "Some 60 firefighters fought the flames.", "Fifty-eight firefighters were sent to the scene."),
            ("Neighbours were told to keep their windows shut.", "Police asked neighbours to close windows.", "Residents nearby had to keep windows closed."),
        ),
        (
            ("The cause is not known yet.", "Investigators have not named a cause.", "What caused it remains open."),
            ("Polar Logistics rents the site from the port.", "The site belongs to the port authority.", "The port leases the ground to the company."),
            ("A harbour tug pumped water from the basin.", "Water came from the harbour basin.", "Pumps drew water out of the basin."),
        ),
    ),
    Event(
        "Tram drivers in Ostby walk out",
        (
            Told("drivers", "640", "460", (
                "{} tram drivers stopped work in Ostby at midnight.",
                "In Ostby {} drivers of trams have been on strike since midnight.",
                "The strike by {} tram drivers in Ostby began at midnight.")),
            Told("demand", "6.5 percent", "8.5 percent", (
                "The union wants {} more pay for its members.",
                "Union leaders demand a pay rise of {} for drivers.",
                "A pay rise of {} is what the union demands.")),
            Told("until", "March 18", "March 28", (
                "The strike is planned to last until {}.",
                "Drivers mean to stay out until {}.",
                "Until {} no trams will run, the strike committee announced.")),
            Told("leader", "Torben Lykke", "Torben Lycke", (
                "“We have waited long enough,” union leader {} said at the depot.",
                "Union leader {} told drivers at the depot that they had waited long enough.",
                "At the depot, union leader {} spoke to several hundred drivers.")),
            Told("passengers", "85,000", "58,000", (
                "About {} passengers use the trams on a weekday.",
                "On weekdays the trams carry about {} passengers.",
                "The tram lines are used by about {} passengers each weekday.")),
        ),
        (
            ("Buses ran twice as often on three lines.", "The city doubled bus services on three lines.", "Three bus lines ran at double frequency."),
            ("Talks broke down on Sunday after nine hours.", "Negotiators gave up on Sunday after some nine hours.", "Nine hours of talks ended on Sunday without a result."),
        ),
        (
            ("The city council owns the tram company.", "Trams in Ostby are run by a company of the city.", "The operator belongs to the city."),
            ("Schools stayed open.", "Lessons went on as usual.", "Pupils were asked to walk or cycle."),
            ("Taxi ranks were empty by seven in the morning.", "By seven taxis were hard to find.", "Many commuters shared cars."),
        ),
    ),
    Event(
        "Brandvik Shipping reports its year",
        (
            Told("profit", "€212 million", "€312 million", (
                "Brandvik Shipping earned a net profit of {} last year.",
                "Net profit at Brandvik Shipping came to {} for the year.",
                "The shipping group Brandvik made {} in net profit last year.")),
            Told("rise", "11 percent", "17 percent", (
                "Revenue at the group rose {} from the year before.",
                "The group's revenue was up {} on the year before.",
                "Compared with the year before, revenue of the group grew {}.")),
            Told("jobs", "350", "530", (
                "It will cut {} jobs in its offices by summer.",
                "The group plans to cut {} office jobs by summer.",
                "By summer {} office jobs are to go at the group.")),
            Told("dividend", "€1.80", "€1.30", (
                "Shareholders are to receive a dividend of {} a share.",
                "The board proposes a dividend of {} per share.",
                "A dividend of {} a share was proposed by the board.")),
            Told("boss", "chief executive Nora Dahl", "finance director Nora Dahl", (
                "“The order book has never been fuller,” {} told reporters.",
                "The order book had never been fuller, {} told reporters.",
                "In a call with reporters, {} spoke of the fullest order book ever.")),
        ),
        (
            ("Its fleet counts 48 ships.", "The group has nearly 50 ships.", "Forty-eight ships sail under its flag."),
            ("Shares closed little changed in Oslo.", "The stock hardly moved in Oslo.", "In Oslo the shares were flat."),
        ),
        (
            ("Fuel became cheaper in autumn.", "Cheaper fuel helped in autumn.", "In autumn fuel costs fell."),
            ("Most of its ships carry grain and ore.", "Grain and ore are its main cargoes.", "It mainly moves bulk goods."),
            ("Analysts had expected about as much.", "That was in line with what analysts expected.", "Banks had forecast a like result."),
        ),
    ),
    Event(
        "Flood on the river Aune",
        (
            Told("evacuated", "2,300", "3,200", (
                "{} residents of Lower Aunedal were evacuated overnight.",
                "Overnight, rescuers evacuated {} residents from Lower Aunedal.",
                "In Lower Aunedal {} residents had to be evacuated during the night.")),
            Told("level", "5.4 metres", "4.5 metres", (
                "The Aune rose to {} at the old bridge.",
                "At the old bridge the river stood at {}.",
                "A level of {} was measured at the old bridge.")),
            Told("killed", "three people", "five people", (
                "The flood killed {}, police confirmed.",
                "Police confirmed that the flood had killed {}.",
                "According to police, {} were killed in the flood.")),
            Told("aid", "20 million kroner", "90 million kroner", (
                "The government promised {} in emergency aid for the valley.",
                "Emergency aid of {} for the valley was promised by the government.",
                "The valley is to get {} in emergency aid from the government.")),
            Told("dam", "The dam at Skarvik held", "The dam at Skarvik did not hold", (
                "{} through the night.",
                "{} through the night, engineers reported.",
                "{} through the night, the district office said.")),
        ),
        (
            ("It rained for almost 40 hours.", "Rain fell for some 39 hours.", "Rain had fallen for nearly forty hours."),
            ("Two schools served as shelters.", "A pair of schools was opened as shelters.", "Shelters opened in two schools."),
        ),
        (
            ("The railway along the valley is closed.", "No trains run in the valley.", "Trains were replaced by buses."),
            ("Meteorologists expect dry days.", "The forecast is for dry weather.", "Dry weather is in sight."),
            ("Soldiers filled sandbags.", "Sandbags were filled by the army.", "The army helped with sandbags."),
        ),
    ),
    Event(
        "Council of Ferneby votes on the stadium",
        (
            Told("votes", "27 to 22", "29 to 20", (
                "The council voted {} for the new stadium.",
                "By {} the council approved the new stadium.",
                "The new stadium was approved by the council, {}.")),
            Told("cost", "$48 million", "$84 million", (
                "The stadium is to cost {}.",
                "Building the stadium will cost {}.",
                "The cost of the stadium is put at {}.")),
            Told("seats", "12,500", "21,500", (
                "It will have {} seats, all under a roof.",
                "All {} seats of the stadium will be under a roof.",
                "The stadium is planned with {} seats under one roof.")),
            Told("mayor", "Mayor Elin Strand", "Deputy mayor Elin Strand", (
                "{} called it a decision for the next generation.",
                "{} spoke of a decision for the next generation.",
                "{} said the town had decided for the next generation.")),
            Told("open", "September 2027", "September 2029", (
                "The first match is planned for {}.",
                "The stadium should open with a first match in {}.",
                "A first match in the stadium is foreseen for {}.")),
        ),
        (
            ("The debate lasted more than five hours.", "Councillors argued for over five hours.", "It took councillors five hours and twenty minutes."),
            ("Some 200 people followed the vote in the gallery.", "About 200 residents watched from the gallery.", "Around 200 residents sat in the gallery."),
        ),
        (
            ("The old ground dates from the fifties.", "Today's ground was built in the fifties.", "The ground in use now is worn out."),
            ("Opponents want a swimming hall in its place.", "Critics would rather have a swimming hall.", "Those against it asked for a swimming hall."),
            ("A car park is part of the plan.", "The plan includes a car park.", "Parking is part of the project."),
        ),
    ),
    Event(
        "Measles cases in the Lofthus district",
        (
            Told("cases", "87", "78", (
                "Doctors in the Lofthus district have confirmed {} cases of measles.",
                "In the Lofthus district {} measles cases have been confirmed by doctors.",
                "Confirmed measles cases in the Lofthus district number {}.")),
            Told("rate", "71 percent", "81 percent", (
                "Only {} of the children there are vaccinated.",
                "The share of vaccinated children there is {}.",
                "Of the children in the district, {} are vaccinated.")),
            Told("first", "January 9", "January 19", (
                "The first case was reported on {}.",
                "On {} the first case was reported.",
                "Health officials recorded the first case on {}.")),
            Told("doctor", "Dr. Henrik Aas", "Dr. Henrik Aase", (
                "“Vaccination is the only protection,” district doctor {} said.",
                "District doctor {} called vaccination the only protection.",
                "Vaccination is the only protection, said district doctor {}.")),
            Told("doses", "4,000 doses", "14,000 doses", (
                "The ministry is sending {} of vaccine to the district.",
                "{} of vaccine are on their way to the district, the ministry said.",
                "The district will receive {} of vaccine from the ministry.")),
        ),
        (
            ("Eleven children were taken to hospital.", "Some 11 children are in hospital care.", "Hospitals admitted eleven children."),
            ("Nurseries are open.", "Nurseries were not closed.", "Day care goes on."),
        ),
        (
            ("A bus will bring vaccine to villages.", "Villages are to be visited by a vaccine bus.", "Nurses will travel by bus."),
            ("Measles spreads through the air.", "The virus travels through the air.", "The disease is passed on by coughing."),
            ("Parents can call a hotline.", "A hotline has been set up for parents.", "There is a telephone line for parents."),
        ),
    ),
)  # fmt: skip
